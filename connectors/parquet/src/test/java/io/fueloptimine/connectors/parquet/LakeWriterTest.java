package io.fueloptimine.connectors.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.reading.Reading;
import java.nio.file.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeWriterTest {

    private static final int ROWS = 20_000;
    private static final long ROW_GROUP_BYTES = 256 * 1024;

    @Test
    void anOpenFileBuffersAtMostOneRowGroup(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("readings.parquet");
        try (ParquetWriter<Reading> writer =
                LakeWriter.open(new LocalOutputFile(file), LakeTables::readings, ROW_GROUP_BYTES)) {
            for (int i = 0; i < ROWS; i++) {
                writer.write(ParquetLakeITCase.telemetry(scattered(i)));
            }
        }

        String groups =
                "SELECT row_group_id, SUM(total_compressed_size) AS bytes, MAX(row_group_num_rows)"
                        + " AS n FROM parquet_metadata('"
                        + file
                        + "') GROUP BY row_group_id";
        assertThat(
                        DuckDb.rows(
                                "SELECT COUNT(*) > 1, MAX(bytes) < 1.5 * "
                                        + ROW_GROUP_BYTES
                                        + ", SUM(n) FROM ("
                                        + groups
                                        + ")"))
                .containsExactly("true|true|" + ROWS);
    }

    /** Random numbers, which no encoding compresses. */
    private static long scattered(int number) {
        return Integer.toUnsignedLong(number * 0x9E3779B9);
    }
}
