package io.fueloptimine.jobs.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.cli.Fuel;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpListsTheBenchmarksAndTheirOptions() {
        assertThat(bench("--help")).isZero();
        assertThat(bench("ingest", "--help")).isZero();
        assertThat(out.toString()).contains("fuel bench ingest", "--messages", "--window");
    }

    @Test
    void rejectsAMissingSubCommandAndInvalidValues() {
        assertThat(bench()).isEqualTo(2);
        assertThat(bench("ingest", "--messages", "0")).isEqualTo(2);
        assertThat(bench("ingest", "--window", "65536")).isEqualTo(2);
        assertThat(bench("parity", "--rows", "0")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "a sub-command is missing",
                        "'--messages': 0, expected 1 to 1000000",
                        "'--window': 65536, expected 1 to 65535",
                        "'--rows': 0, expected 1 or more")
                .doesNotContain("\tat ");
    }

    @Test
    void parityReportsTheEqualRowsOfEachForest() {
        assertThat(bench("parity", "--rows", "200")).isZero();
        assertThat(out.toString())
                .contains(
                        "100 trees, 10 levels, 90th percentile: 200 rows the same, bit for bit",
                        "300 trees, 6 levels, monotone: 200 rows the same, bit for bit",
                        "500 trees, 4 levels, subsampled: 200 rows the same, bit for bit");
    }

    private int bench(String... arguments) {
        CommandLine command = Fuel.commandLine(new BenchCommand());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
