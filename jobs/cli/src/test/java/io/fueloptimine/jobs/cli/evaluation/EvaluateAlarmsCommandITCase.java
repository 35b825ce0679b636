package io.fueloptimine.jobs.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.jobs.cli.FuelCommands;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateAlarmsCommandITCase {

    @TempDir Path folder;

    @Test
    void findsFaultsAndWritesTheSameReportTwice() throws IOException {
        evaluate("one");
        evaluate("two");

        for (String file : new String[] {"report.json", "report.md", "report.html"}) {
            assertThat(folder.resolve("two").resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
        }
        JsonNode report =
                MineJson.mapper().readTree(Files.readAllBytes(folder.resolve("one/report.json")));
        JsonNode jobs = rowOf(report, "COOLANT", "JOBS");
        assertThat(jobs.path("faults").asInt()).isEqualTo(1);
        assertThat(jobs.path("inTime").asInt()).isEqualTo(1);
        assertThat(jobs.path("firstTypes").asText()).startsWith("FAILING_MACHINE");
        assertThat(rowOf(report, "COOLANT", "ALWAYS").path("found").asInt()).isEqualTo(1);
        assertThat(report.path("machineDays").asDouble()).isBetween(5.0, 7.0);
        assertThat(folder.resolve("one/pictures/found-jobs.svg")).isRegularFile();
    }

    @Test
    void refusesWrongOptions() {
        assertThat(
                        FuelCommands.execute(
                                "evaluate-alarms", "--scenarios", "earthquake", "--seeds", "0"))
                .isEqualTo(2);
    }

    private static JsonNode rowOf(JsonNode report, String kind, String detector) {
        for (JsonNode row : report.path("faults")) {
            if (row.path("kind").asText().equals(kind)
                    && row.path("detector").asText().equals(detector)) {
                return row;
            }
        }
        throw new AssertionError("no row " + kind + " of " + detector + " in " + report);
    }

    private void evaluate(String name) {
        int exit =
                FuelCommands.execute(
                        "evaluate-alarms",
                        "--scenarios",
                        "driving",
                        "--seeds",
                        "1",
                        "--first-seed",
                        "7",
                        "--hours",
                        "4",
                        "--out",
                        folder.resolve(name).toString());
        assertThat(exit).isZero();
    }
}
