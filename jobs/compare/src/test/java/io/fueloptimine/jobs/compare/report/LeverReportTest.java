package io.fueloptimine.jobs.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.compare.TestRun;
import io.fueloptimine.jobs.compare.run.Lever;
import io.fueloptimine.jobs.compare.run.LeverComparison;
import io.fueloptimine.jobs.compare.run.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeverReportTest {

    @TempDir private Path folder;

    @Test
    void aLeverThatSavesInEverySeedIsOn() {
        LeverReport.Row row = row(100, -5, -6, -4, -5);

        assertThat(row.litresPct().mean()).isCloseTo(-5, within(1e-9));
        assertThat(row.saves()).isTrue();
    }

    @Test
    void aLeverWhoseIntervalIncludesZeroIsOff() {
        assertThat(row(100, -5, 4, -3, 2).saves()).isFalse();
    }

    @Test
    void aLeverThatSavesByHaulingLessIsOff() {
        assertThat(row(90, -15, -16, -14, -15).saves()).isFalse();
    }

    @Test
    void writesOneRowALever() throws Exception {
        LeverReport report = LeverReport.of(pairs(Lever.IDLE_SHUTDOWN, 100, -5, -6, -4, -5));

        assertThat(report.text()).contains("idle-shutdown", " on ", "-5.00 (");
        report.writeTo(folder);
        assertThat(Files.readString(folder.resolve("levers.md")))
                .contains("| idle-shutdown | base | fixed against fixed | on | 4 of 4 |");
        assertThat(Files.readAllLines(folder.resolve("levers.csv")).get(1))
                .startsWith("idle-shutdown,base,fixed,fixed,4,4,-5.0000,")
                .endsWith(",true");
    }

    private static LeverReport.Row row(double tonnesPct, double... litresPct) {
        return LeverReport.of(pairs(Lever.PAYLOAD, tonnesPct, litresPct)).rows().get(0);
    }

    private static List<LeverComparison.Pair> pairs(
            Lever lever, double tonnesPct, double... litresPct) {
        List<LeverComparison.Pair> pairs = new ArrayList<>();
        for (int seed = 0; seed < litresPct.length; seed++) {
            pairs.add(
                    new LeverComparison.Pair(
                            lever,
                            run(seed, 10_000 * (1 + litresPct[seed] / 100), 200 * tonnesPct),
                            run(seed, 10_000, 20_000)));
        }
        return pairs;
    }

    private static RunResult run(long seed, double litres, double tonnes) {
        return TestRun.of("fixed", seed).litres(litres).ore("F1", tonnes).result();
    }
}
