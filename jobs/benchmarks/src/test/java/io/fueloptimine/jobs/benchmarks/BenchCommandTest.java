package io.fueloptimine.jobs.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.cli.Fuel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void planReadsTheSettingsOfThePlannerAndNamesAllTheirFaults(@TempDir Path folder)
            throws IOException {
        Path wrong = folder.resolve("wrong.yaml");
        Files.writeString(
                wrong,
                "planner:\n  gap: 2\n  timeAbortMs: soon\n  solver: BEST\n",
                StandardCharsets.UTF_8);
        Path contradicting = folder.resolve("contradicting.yaml");
        Files.writeString(
                contradicting,
                "planner:\n  minMatchFactor: 0.9\n  maxMatchFactor: 0.8\n",
                StandardCharsets.UTF_8);

        assertThat(bench("plan", "--instances", "1", "--settings", wrong.toString())).isNotZero();
        assertThat(bench("plan", "--instances", "1", "--settings", contradicting.toString()))
                .isNotZero();
        assertThat(err.toString())
                .contains(
                        "planner.gap is '2', expected a number from 0 to 0.1",
                        "planner.timeAbortMs is 'soon', expected a whole number",
                        "planner.solver is 'BEST', expected SIMPLEX or OJALGO or HIGHS",
                        "planner.minMatchFactor is 0.9, expected at most maxMatchFactor, 0.8")
                .doesNotContain("\tat ");
    }

    private int bench(String... arguments) {
        CommandLine command = Fuel.commandLine(new BenchCommand());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
