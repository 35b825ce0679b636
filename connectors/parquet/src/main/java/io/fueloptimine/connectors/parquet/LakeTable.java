package io.fueloptimine.connectors.parquet;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * A table of the lake: its columns in order and the conversion of a record to a row. Columns are
 * record components in snake_case; the components of nested records are columns of the same table.
 *
 * @param <T> the type of the records
 */
final class LakeTable<T> {

    private final String name;
    private final Map<String, Column<T>> columns = new LinkedHashMap<>();
    private List<Column<T>> inOrder;
    private Schema schema;

    LakeTable(String name) {
        this.name = name;
    }

    /**
     * Adds the components of a nested record. A column that already exists is shared; its value is
     * then the first value that is not null.
     *
     * @param part returns the nested record, or null if a record has none
     * @param excluded names of components to omit
     */
    <P> LakeTable<T> with(Class<P> type, Function<T, P> part, Set<String> excluded) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (!excluded.contains(component.getName())) {
                Function<T, Object> value = record -> read(component, part.apply(record));
                column(snakeCase(component.getName()), LakeType.of(component.getType()), value);
            }
        }
        return this;
    }

    LakeTable<T> column(String column, LakeType type, Function<T, Object> value) {
        columns.merge(column, new Column<>(column, type, value), LakeTable::shared);
        return this;
    }

    /** Completes the table. */
    LakeTable<T> end() {
        inOrder = new ArrayList<>(columns.values());
        var fields = SchemaBuilder.record(name).namespace("io.fueloptimine.lake").fields();
        for (Column<T> column : inOrder) {
            fields.name(column.name()).type(column.type().nullable()).withDefault(null);
        }
        schema = fields.endRecord();
        return this;
    }

    String name() {
        return name;
    }

    Schema schema() {
        return schema;
    }

    GenericRecord row(T record) {
        GenericData.Record row = new GenericData.Record(schema);
        for (int i = 0; i < inOrder.size(); i++) {
            Column<T> column = inOrder.get(i);
            row.put(i, column.type().toAvro(column.value().apply(record)));
        }
        return row;
    }

    private static <T> Column<T> shared(Column<T> first, Column<T> second) {
        return new Column<>(
                first.name(),
                first.type(),
                record -> {
                    Object value = first.value().apply(record);
                    return value != null ? value : second.value().apply(record);
                });
    }

    private static Object read(RecordComponent component, Object part) {
        if (part == null) {
            return null;
        }
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /** The column name of a component. */
    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private record Column<T>(String name, LakeType type, Function<T, Object> value) {}
}
