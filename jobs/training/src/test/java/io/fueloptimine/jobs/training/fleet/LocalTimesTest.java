package io.fueloptimine.jobs.training.fleet;

import static io.fueloptimine.jobs.training.fleet.SmallExport.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In Chile the clocks go back on 4 April 2026 from 24:00 to 23:00, so that 23:00 to 24:00 comes
 * twice, and forward on 6 September 2026 from 00:00 to 01:00.
 */
class LocalTimesTest {

    @TempDir Path folder;

    private SmallExport export;

    @BeforeEach
    void anExportOfChile() {
        export = new SmallExport(folder).with("zone: UTC", "zone: America/Santiago");
    }

    @Test
    void anOffsetInTheTimestampTakesPrecedence() throws IOException {
        export.with("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss[XXX]")
                .write(
                        rows(
                                "2026-01-05T08:00:00+05:00",
                                "2026-01-05T08:00:01Z",
                                "2026-01-05T08:00:02"));

        assertThat(export.read().times())
                .containsExactly(
                        "2026-01-05T03:00:00Z", "2026-01-05T08:00:01Z", "2026-01-05T11:00:02Z");
    }

    @Test
    void leavesOutTimesThatTheClocksSkip() throws IOException {
        export.write(rows("2026-09-05 23:59:59", "2026-09-06 00:30:00", "2026-09-06 01:00:00"));

        SmallExport.Read read = export.read();

        assertThat(read.times()).containsExactly("2026-09-06T03:59:59Z", "2026-09-06T04:00:00Z");
        assertThat(read.lines())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains("time (decode)")
                                        .contains("a time that exists in America/Santiago")
                                        .contains("line 3, '2026-09-06 00:30:00'"));
    }

    @Test
    void bothPassesOfAnHourFollowFromTheOrderOfRows() throws IOException {
        export.write(
                rows(
                        "2026-04-04 22:30:00",
                        "2026-04-04 23:00:00",
                        "2026-04-04 23:30:00",
                        "2026-04-04 23:30:00",
                        "2026-04-04 23:10:00",
                        "2026-04-04 23:59:59",
                        "2026-04-05 00:00:00"));

        assertThat(export.read().times())
                .containsExactly(
                        "2026-04-05T01:30:00Z",
                        "2026-04-05T02:00:00Z",
                        "2026-04-05T02:30:00Z",
                        "2026-04-05T02:30:00Z",
                        "2026-04-05T03:10:00Z",
                        "2026-04-05T03:59:59Z",
                        "2026-04-05T04:00:00Z");
    }

    @Test
    void eachMachineHasItsOwnOrder() throws IOException {
        export.write(
                HEADER
                        + row("2026-04-04 23:50:00", "T1")
                        + row("2026-04-04 23:40:00", "T2")
                        + row("2026-04-04 23:10:00", "T1")
                        + row("2026-04-04 23:45:00", "T2"));

        SmallExport.Read read = export.read();

        assertThat(read.times()).containsExactly("2026-04-05T02:50:00Z", "2026-04-05T03:10:00Z");
        assertThat(read.lines())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith(
                                                "  2 of t.csv: time (decode), expected a time that is not ambiguous")
                                        .contains("line 3, '2026-04-04 23:40:00'"));
    }

    @Test
    void namesAmbiguousTimesOfRowsInAnotherOrder() throws IOException {
        export.write(
                rows(
                        "2026-04-05 00:10:00",
                        "2026-04-04 23:50:00",
                        "2026-04-04 23:10:00",
                        "2026-04-04 23:40:00",
                        "2026-04-04 22:00:00"));
        assertThat(export.read().times())
                .containsExactly("2026-04-05T04:10:00Z", "2026-04-05T01:00:00Z");

        export.write(
                rows(
                        "2026-04-04 23:50:00",
                        "2026-04-04 23:10:00",
                        "2026-04-04 23:40:00",
                        "2026-04-04 23:05:00"));
        assertThat(export.read().readings()).isEmpty();
    }

    @Test
    void theOrderGoesOnInTheNextFile() throws IOException {
        export.with("file: t.csv", "file: 't*.csv'")
                .write(rows("2026-04-04 23:50:00"))
                .write("t2.csv", rows("2026-04-04 23:10:00").getBytes(StandardCharsets.UTF_8));

        assertThat(export.read().times())
                .containsExactly("2026-04-05T02:50:00Z", "2026-04-05T03:10:00Z");
    }

    @Test
    void otherZonesHaveOtherHours() throws IOException {
        export.with("zone: America/Santiago", "zone: Australia/Lord_Howe")
                .write(rows("2026-04-05 01:45:00", "2026-04-05 01:40:00", "2026-10-04 02:15:00"));
        assertThat(export.read().times())
                .containsExactly("2026-04-04T14:45:00Z", "2026-04-04T15:10:00Z");

        export.with("zone: Australia/Lord_Howe", "zone: America/La_Paz");
        assertThat(export.read().times()).hasSize(3);
    }

    private static String rows(String... times) {
        return Arrays.stream(times)
                .map(time -> row(time, "T1"))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static String row(String time, String unit) {
        return time + "," + unit + ",100,1000,20,OP\n";
    }
}
