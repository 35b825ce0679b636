package io.fueloptimine.jobs.fuel;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.operators.FourTrucks;
import io.fueloptimine.operators.JobGraphRun;
import io.fueloptimine.operators.WrongClocks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The graph of job fuel with readings on its topic that try to advance event time: every minute of
 * every truck is scored nevertheless, and nothing is late.
 */
class WrongClocksITCase {

    private static final MineSites MINES =
            MineSites.of(MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml")));
    private static final Path REGISTRY = Path.of("../../models/registry").toAbsolutePath();
    private static final int MINUTES = 60;

    /** The sources last some seconds, in which many watermarks are generated. */
    private static final double READINGS_PER_SECOND = 500;

    static Stream<List<Reading>> attacks() {
        return Stream.of(
                WrongClocks.madeUpMachines(),
                WrongClocks.knownTrucks(),
                WrongClocks.records(),
                WrongClocks.unknownSite());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void noReadingOfOtherTrucksIsLate(List<Reading> attack) throws Exception {
        JobGraphRun run = new JobGraphRun();
        FuelJob.build(
                run.environment(),
                sources(attack),
                FuelSettings.of(MINES, REGISTRY).withClocks(rules()),
                new FuelOutputs(
                        run.output("cycles"),
                        run.output("scores"),
                        run.output("drift"),
                        run.output("data-drift"),
                        run.output("retrain"),
                        run.output("refuels"),
                        run.output("roads"),
                        run.output("shutdowns"),
                        run.output("payloads"),
                        run.output("outliers"),
                        run.output("ledger"),
                        run.output("savings"),
                        run.output("late")));
        run.run();

        assertThat(run.rows("late", QualityRecord.class)).isEmpty();
        assertThat(run.rows("scores", ScoredWindow.class))
                .filteredOn(score -> score.machineId().matches("T0[1-4]"))
                .hasSize(4 * MINUTES);
    }

    private static ClockRules rules() {
        return ClockRules.of(MINES).withMaxAhead(Duration.ofMinutes(5));
    }

    private static FuelSources sources(List<Reading> attack) {
        List<Reading> readings = new ArrayList<>(attack);
        readings.addAll(FourTrucks.half("T01", "T02", MINUTES));
        readings.addAll(attack);
        readings.addAll(FourTrucks.half("T03", "T04", MINUTES));
        ModelAnnouncement champion = new ModelAnnouncement("fuel-window", 1, FourTrucks.START);
        return new FuelSources(
                JobGraphRun.slowSource(readings, Reading.class, READINGS_PER_SECOND),
                JobGraphRun.source(List.of(champion, champion), ModelAnnouncement.class));
    }
}
