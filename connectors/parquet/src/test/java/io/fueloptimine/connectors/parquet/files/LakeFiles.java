package io.fueloptimine.connectors.parquet.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;

/** A small lake for tests: readings numbered from 0, a file at a time; and queries by DuckDB. */
final class LakeFiles {

    /** The present of the tests; files are written {@link #WRITTEN}. */
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static final Instant WRITTEN = NOW.minusSeconds(86_400);

    private final Path root;
    private long next;

    LakeFiles(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    LakeLayout layout() {
        return new LakeLayout(root);
    }

    Path folder(String date) {
        return root.resolve("readings/date=" + date);
    }

    /** Adds a file of readings of a day, with these further columns. */
    Path add(String date, int rows, String... columns) throws IOException {
        return add("readings-" + next + ".parquet", date, rows, columns);
    }

    Path add(String name, String date, int rows, String... columns) throws IOException {
        var fields = SchemaBuilder.record("readings").namespace("io.fueloptimine.lake").fields();
        fields.optionalLong("sequence");
        for (String column : columns) {
            fields.optionalDouble(column);
        }
        Schema schema = fields.endRecord();
        Path file = folder(date).resolve(name);
        Files.createDirectories(file.getParent());
        try (ParquetWriter<GenericRecord> writer =
                AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
                        .withSchema(schema)
                        .withDataModel(GenericData.get())
                        .build()) {
            for (int i = 0; i < rows; i++) {
                GenericRecord row = new GenericData.Record(schema);
                row.put("sequence", next++);
                for (String column : columns) {
                    row.put(column, 0.5);
                }
                writer.write(row);
            }
        }
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
        return file;
    }

    /** Rows and different sequence numbers of all readings, as DuckDB reads the folders. */
    String counts() throws SQLException {
        return query("SELECT count(*) || ' ' || count(DISTINCT sequence) FROM " + readings(root));
    }

    /** DuckDB's table of the readings in a folder with tables. */
    static String readings(Path folder) {
        return "read_parquet('" + folder + "/readings/*/*.parquet', union_by_name = true)";
    }

    /** The rows of a query, separated by line feeds. */
    static String query(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", row));
            }
            return String.join("\n", rows);
        }
    }

    static void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    CompactionResult compact() throws IOException {
        return new LakeCompaction(layout(), CompactionSettings.DEFAULT).run(NOW);
    }
}
