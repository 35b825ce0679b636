package io.fueloptimine.jobs.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A calibration that accepts a wrong simulator would be worth nothing. */
class MutationsTest {

    /** One row, by what is wrong, that must tell the wrong simulator from the right one. */
    private static final Map<String, String> MUST_MISS =
            Map.of(
                    "speeds", "cycle mean",
                    "burn", "fleet, fuel per tonne",
                    "queues", "truck hours dump queue",
                    "fleet", "fleet, tonnes per day",
                    "35", "fleet, tonnes per day");

    private static final int DAYS = 9;

    @Test
    void findsEveryWrongSimulator() throws InterruptedException {
        List<Callable<CalibrationReport>> runs =
                Stream.concat(Stream.of(Mutation.NONE), Mutation.ALL.stream())
                        .map(MutationsTest::run)
                        .toList();
        List<CalibrationReport> reports = CalibrationSeries.run(runs, report -> {});

        for (int i = 0; i < Mutation.ALL.size(); i++) {
            MutationFinding finding =
                    MutationFinding.of(Mutation.ALL.get(i), reports.get(0), reports.get(i + 1));
            String name = finding.mutation().name();
            assertThat(finding.caught()).as(name).isTrue();
            assertThat(finding.rows()).as(name).contains(MUST_MISS.get(name.split(" ")[0]));
        }
    }

    @Test
    void aSimulatorThatIsNotWrongIsNotFound() {
        CalibrationReport report = CalibrationRun.andeanMine(1, 1, Mutation.NONE);

        assertThat(MutationFinding.of(Mutation.NONE, report, report).caught()).isFalse();
    }

    private static Callable<CalibrationReport> run(Mutation mutation) {
        return () -> CalibrationRun.andeanMine(1, DAYS, mutation);
    }
}
