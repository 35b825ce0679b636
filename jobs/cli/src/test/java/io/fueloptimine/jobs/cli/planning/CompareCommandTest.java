package io.fueloptimine.jobs.cli.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.cli.FuelCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    @TempDir Path folder;

    @Test
    void writesTheSameReportOnOneThreadAndOnThree() throws IOException {
        compare("one", "1");
        compare("three", "3");

        for (String file : new String[] {"report.md", "report.html", "runs.csv"}) {
            assertThat(folder.resolve("three").resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
        }
        assertThat(Files.readString(folder.resolve("one/report.md")))
                .contains("| seeds | 7, 8 |", "Differences to fixed", "FACE-1", "| sptf | base |");
        assertThat(Files.readAllLines(folder.resolve("one/runs.csv"))).hasSize(1 + 2 * 2);
    }

    @Test
    void measuresEachLeverWithItsOwnPolicy() throws Exception {
        int exit =
                FuelCommands.execute(
                        "compare",
                        "--policies",
                        "fixed",
                        "--levers",
                        "payload,parking",
                        "--seeds",
                        "2",
                        "--first-seed",
                        "7",
                        "--shifts",
                        "1",
                        "--report",
                        folder.resolve("levers").toString());

        assertThat(exit).isZero();
        assertThat(Files.readAllLines(folder.resolve("levers/levers.csv")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("payload,base,fixed,fixed,2,"))
                .anyMatch(line -> line.startsWith("parking,base,fueloptimine,fueloptimine,2,"));
        assertThat(Files.readString(folder.resolve("levers/levers.md")))
                .contains("| payload |", "| parking |");
    }

    private void compare(String name, String threads) {
        int exit =
                FuelCommands.execute(
                        "compare",
                        "--policies",
                        "fixed,sptf",
                        "--seeds",
                        "2",
                        "--first-seed",
                        "7",
                        "--shifts",
                        "1",
                        "--threads",
                        threads,
                        "--report",
                        folder.resolve(name).toString());
        assertThat(exit).isZero();
    }
}
