package io.fueloptimine.connectors.parquet;

import io.fueloptimine.connectors.parquet.files.LakeLayout;
import io.fueloptimine.connectors.parquet.files.LakePartition;
import io.fueloptimine.connectors.parquet.files.ListedFile;
import io.fueloptimine.models.mine.input.OwnMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.hadoop.ParquetReader;

/**
 * Reads selected columns of the tables that {@link ParquetLake} writes, row by row.
 *
 * <p>It reads finished files only. The name of a file that is being written begins with a dot and
 * does not end in {@code .parquet}. Files that compaction replaces meanwhile are read from the
 * place where they stay for a grace period, so that each row is read once. The checksums of the
 * pages are checked.
 */
public final class LakeReader {

    private final LakeLayout lake;
    private final LeftOutRows leftOut = new LeftOutRows();

    /**
     * @param root the lake's folder
     */
    public LakeReader(Path root) {
        this.lake = new LakeLayout(root);
    }

    /**
     * Reads the table of readings.
     *
     * @param columns the names of the columns to read
     * @param rows receives each row; texts are {@link CharSequence}s, times are milliseconds since
     *     the epoch
     * @throws IOException naming the file that cannot be read
     */
    public void readings(List<String> columns, Consumer<GenericRecord> rows) throws IOException {
        read(LakeTables.readings(), columns, rows);
    }

    /** Reads the table of scored windows, as {@link #readings} does; each revision is a row. */
    public void windows(List<String> columns, Consumer<GenericRecord> rows) throws IOException {
        read(LakeTables.windows(), columns, rows);
    }

    /**
     * Reads the scored windows from a day (UTC) on, without opening files of earlier days. Files in
     * folders whose names are not a day are read, too.
     */
    public void windows(LocalDate from, List<String> columns, Consumer<GenericRecord> rows)
            throws IOException {
        read(
                LakeTables.windows(),
                file -> dayOf(file).filter(from::isAfter).isEmpty(),
                columns,
                rows);
    }

    /** Reads the table of haul cycles, as {@link #readings} does. */
    public void cycles(List<String> columns, Consumer<GenericRecord> rows) throws IOException {
        read(LakeTables.cycles(), columns, rows);
    }

    /** The finished files of scored windows. As long as this list is equal, the rows are equal. */
    public List<Path> windowFiles() throws IOException {
        return lake.files(LakeTables.windows().name());
    }

    /**
     * The newest day (UTC) of scored windows according to the names of the folders; empty if there
     * is none.
     */
    public Optional<LocalDate> newestWindowDay() throws IOException {
        return lake.files(LakeTables.windows().name()).stream()
                .map(LakeReader::dayOf)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /**
     * Reads one day (UTC) of a table, as {@link #readings} does.
     *
     * @param day the day; empty for files in folders whose names are not a day
     */
    void day(
            LakeTable<?> table,
            Optional<LocalDate> day,
            List<String> columns,
            Consumer<GenericRecord> rows)
            throws IOException {
        read(table, file -> dayOf(file).equals(day), columns, rows);
    }

    /** The rows that were left out so far because their values could not be read. */
    LeftOutRows leftOut() {
        return leftOut;
    }

    private void read(LakeTable<?> table, List<String> columns, Consumer<GenericRecord> rows)
            throws IOException {
        read(table, file -> true, columns, rows);
    }

    private void read(
            LakeTable<?> table,
            Predicate<Path> selection,
            List<String> columns,
            Consumer<GenericRecord> rows)
            throws IOException {
        Configuration settings = new Configuration(false);
        settings.setBoolean("parquet.page.verify-checksum.enabled", true);
        Schema projection = only(table.schema(), columns);
        AvroReadSupport.setRequestedProjection(settings, projection);
        AvroReadSupport.setAvroReadSchema(settings, projection);
        for (Path file : lake.files(table.name()).stream().filter(selection).toList()) {
            try (ParquetReader<GenericRecord> reader =
                    AvroParquetReader.<GenericRecord>builder(
                                    new ListedFile(lake, table.name(), file))
                            .withDataModel(GenericData.get())
                            .withConf(settings)
                            .build()) {
                long number = 0;
                for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
                    number++;
                    pass(row, rows, file, number);
                }
            } catch (IOException | RuntimeException e) {
                throw new IOException(
                        "cannot read "
                                + file
                                + ": "
                                + OwnMessage.of(e).orElse("expected a complete Parquet file"),
                        e);
            }
        }
    }

    private void pass(GenericRecord row, Consumer<GenericRecord> rows, Path file, long number) {
        try {
            rows.accept(row);
        } catch (UnreadableRowException e) {
            leftOut.add(file, number, e.getMessage());
        }
    }

    /** The day in the name of a file's folder; empty if the name is not a valid day. */
    private static Optional<LocalDate> dayOf(Path file) {
        return new LakePartition("", file.getParent()).day();
    }

    private static Schema only(Schema schema, List<String> columns) {
        List<Schema.Field> fields =
                columns.stream()
                        .map(schema::getField)
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList();
        return Schema.createRecord(
                schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
