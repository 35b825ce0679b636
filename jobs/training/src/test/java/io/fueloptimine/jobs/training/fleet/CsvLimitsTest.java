package io.fueloptimine.jobs.training.fleet;

import static io.fueloptimine.jobs.training.fleet.SmallExport.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.fueloptimine.jobs.training.csv.CsvPosition;
import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.csv.RecordLimit;
import io.fueloptimine.jobs.training.csv.RowFault;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.TextFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes in against bytes held: files that would fill the memory are refused. */
class CsvLimitsTest {

    private static final String ROW = "2026-01-05 08:00:00,T1,100,1000,20,";
    private static final long GIGABYTE = 1L << 30;

    @TempDir Path folder;

    private SmallExport export;

    @BeforeEach
    void anExport() {
        export = new SmallExport(folder);
    }

    @Test
    void aLineWithoutEnd() throws IOException {
        export.write("x".repeat(3 * RecordLimit.MAX_CHARACTERS));

        assertRefused("the row of line 1 has more than 1048576 characters");
    }

    @Test
    void aQuotationMarkThatIsNotClosed() throws IOException {
        export.write(HEADER + ROW + "\"" + (ROW + "OP\n").repeat(100_000));

        assertRefused("the row of line 2 has more than 1048576 characters");
        assertRefused("is a quotation mark \" not closed?");
    }

    /** The glob of the JDK would try every way to divide the file's name among the stars. */
    @Test
    void aPatternOfFilesWithManyStars() throws IOException {
        Files.writeString(folder.resolve("a".repeat(250)), "");
        export.with("file: t.csv", "file: '" + "*a".repeat(50) + "b'").write(HEADER);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () ->
                        assertThatThrownBy(export::read)
                                .isInstanceOf(InvalidInputException.class)
                                .hasMessageContaining("*ab do not exist; see --mapping"));
    }

    @Test
    void tenMillionColumns() throws IOException {
        export.write(HEADER.strip() + ",c".repeat(10_000_000) + "\n" + ROW + "OP\n");

        assertRefused("the row of line 1 has more than 1048576 characters");
    }

    @Test
    void tenMillionValuesInOneRow() throws IOException {
        export.write(HEADER + ROW + "OP\n" + ROW + ",".repeat(10_000_000) + "\n");

        assertRefused("the row of line 3 has more than 1048576 characters");
    }

    /** Of a row of a gigabyte, not more than the limit is read. */
    @Test
    void readsNotMuchMoreThanTheLimit() {
        Endless endless = new Endless();
        RecordLimit limit = new RecordLimit(endless);
        char[] buffer = new char[8_192];

        assertThatThrownBy(
                        () -> {
                            while (limit.read(buffer, 0, buffer.length) >= 0) {
                                assertThat(endless.given).isLessThan(GIGABYTE);
                            }
                        })
                .isInstanceOf(RecordLimit.TooLongException.class);
        assertThat(endless.given).isLessThan(RecordLimit.MAX_CHARACTERS + 2L * buffer.length);
    }

    @Test
    void longFilesOfShortRowsAreRead() throws IOException {
        int rows = RecordLimit.MAX_CHARACTERS / 20;
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            text.append("2026-01-05 08:00:00,T1,,,,").append('\n');
        }

        SmallExport.Read read = export.write(text.toString()).read();

        assertThat(read.readings().size() + read.report().total()).isEqualTo(rows);
    }

    @Test
    void aColumnWithMoreMachinesThanAMineHas() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i <= MachineLimit.MAX_MACHINES; i++) {
            text.append("2026-01-05 08:00:00,T").append(i).append(",100,1000,20,OP\n");
        }
        export.write(text.toString());

        assertRefused("the column Unit has more than 10000 machines up to line 10002");
    }

    @Test
    void theReportIsBounded() {
        InputReport report = new InputReport();
        for (int i = 0; i < 5_000; i++) {
            report.leaveOut(
                    new RowFault(new CsvPosition("t" + i, 2), "decode", "time", "x", "a time"));
            report.remark(new CsvPosition("t" + i, 2), CsvRow.SHORT);
        }

        assertThat(report.total()).isEqualTo(5_000);
        assertThat(report.lines()).hasSizeLessThan(100);
        assertThat(report.lines())
                .contains("  4,000: further files and reasons", "  and 961 further kinds");
    }

    @Test
    void aLargeMapping() throws IOException {
        Path mapping = folder.resolve("map.yaml");
        Files.writeString(mapping, SmallExport.MAPPING + "#".repeat(TextFile.MAX_BYTES));

        assertThatThrownBy(() -> FleetMappingFile.read(mapping))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("map.yaml has more than 3145728 bytes");
    }

    @Test
    void aMappingOfFaults() throws IOException {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            fields.append("f").append(i).append(": A, ");
        }
        export.with("numbers: {", "numbers: {" + fields).write(HEADER);

        assertThatThrownBy(export::read)
                .isInstanceOf(InvalidInputException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(100_000))
                .hasMessageContaining("unknown field f0,")
                .hasMessageContaining("further faults are not listed");
    }

    @Test
    void recordsThatAreSortedInMemory() {
        SortedRecords few = new SortedRecords(2, 1_000);
        few.add(record(10, "2026-01-05T09:00:00Z"));
        few.add(record(10, "2026-01-05T08:00:00Z"));
        assertThat(few.inOrder())
                .extracting(record -> record.time().toString())
                .containsExactly("2026-01-05T08:00:00Z", "2026-01-05T09:00:00Z");
        assertThatThrownBy(() -> few.add(record(10, "2026-01-05T08:00:00Z")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("t.csv: more than 2 rows or 1000 bytes");

        SortedRecords large = new SortedRecords(9, 1_000);
        large.add(record(900, "2026-01-05T08:00:00Z"));
        assertThatThrownBy(() -> large.add(record(101, "2026-01-05T08:00:00Z")))
                .isInstanceOf(InvalidInputException.class);
    }

    /** A value of a megabyte is neither sent nor kept. */
    @Test
    void longValues() throws IOException {
        String megabyte = "9".repeat(1_000_000);
        export.write(
                HEADER
                        + ROW
                        + megabyte
                        + "\n"
                        + ROW.replace("100,", megabyte + ",")
                        + "OP\n"
                        + ROW
                        + "OP,"
                        + megabyte
                        + "\n"
                        + megabyte
                        + ROW.substring(19)
                        + "OP\n");

        SmallExport.Read read = export.read();

        assertThat(read.readings()).isEmpty();
        assertThat(read.report().total()).isEqualTo(4);
        assertThat(String.join("\n", read.lines())).hasSizeLessThan(2_000);
        assertThat(read.lines())
                .anyMatch(line -> line.contains("operatorId") && line.contains("at most 2000"));
    }

    @Test
    void valuesCannotActOnATerminal() throws IOException {
        SmallExport.Read read =
                export.write(HEADER + "\"\u001B[2J\nRows left out: 0\",T1,100,1000,20,OP\n").read();

        assertThat(read.lines())
                .hasSize(2)
                .anyMatch(line -> line.endsWith("'\\u001B[2J\\u000ARows left out: 0'"));
    }

    private static FleetRecord record(int bytes, String time) {
        return new FleetRecord(
                "T1",
                "t",
                new byte[bytes],
                Instant.parse(time),
                new CsvPosition("t.csv", 2),
                Optional.empty());
    }

    private void assertRefused(String message) {
        assertThatThrownBy(export::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("t.csv")
                .hasMessageContaining(message);
    }

    /** Characters without a line end. */
    private static final class Endless extends Reader {

        private long given;

        @Override
        public int read(char[] buffer, int offset, int length) {
            given += length;
            return length;
        }

        @Override
        public void close() {}
    }
}
