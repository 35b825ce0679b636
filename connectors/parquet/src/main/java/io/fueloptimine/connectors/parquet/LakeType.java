package io.fueloptimine.connectors.parquet;

import io.fueloptimine.models.mine.input.MineJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** A column's type in the lake and the conversion of Java values. */
enum LakeType {
    TEXT(Schema.create(Schema.Type.STRING)),
    NUMBER(Schema.create(Schema.Type.DOUBLE)),
    INT(Schema.create(Schema.Type.INT)),
    LONG(Schema.create(Schema.Type.LONG)),
    FLAG(Schema.create(Schema.Type.BOOLEAN)),
    /**
     * A time in UTC, stored as a timestamp without a zone, because DuckDB needs an extension to
     * read a timestamp with a zone.
     */
    TIME(LogicalTypes.localTimestampMillis().addToSchema(Schema.create(Schema.Type.LONG)));

    private final Schema schema;

    LakeType(Schema schema) {
        this.schema = schema;
    }

    /**
     * The type for a Java class. Lists become texts separated by commas; values of other classes
     * become JSON.
     */
    static LakeType of(Class<?> type) {
        if (type == double.class || type == Double.class) {
            return NUMBER;
        }
        if (type == int.class || type == Integer.class) {
            return INT;
        }
        if (type == long.class || type == Long.class) {
            return LONG;
        }
        if (type == boolean.class || type == Boolean.class) {
            return FLAG;
        }
        return type == Instant.class ? TIME : TEXT;
    }

    /** The schema of nullable values. */
    Schema nullable() {
        return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
    }

    /** Converts a value for Avro; NaN becomes null. */
    Object toAvro(Object value) {
        if (value == null || value instanceof Double number && number.isNaN()) {
            return null;
        }
        return switch (this) {
            case TIME -> ((Instant) value).toEpochMilli();
            case TEXT -> text(value);
            default -> value;
        };
    }

    private static String text(Object value) {
        if (value instanceof String || value instanceof Enum<?>) {
            return value.toString();
        }
        if (value instanceof List<?> texts) {
            return String.join(",", texts.stream().map(String::valueOf).toList());
        }
        return new String(MineJson.toBytes(value), StandardCharsets.UTF_8);
    }
}
