package io.fueloptimine.jobs.fuel;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.operators.FourTrucks;
import io.fueloptimine.operators.JobGraphRun;
import io.fueloptimine.operators.SecondSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Job fuel for one site, and for two sites whose machines have the same names. */
class FuelTwoSitesITCase {

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final Path REGISTRY = Path.of("../../models/registry").toAbsolutePath();

    private static JobGraphRun alone;
    private static JobGraphRun both;

    @BeforeAll
    static void runTheJob() throws Exception {
        alone =
                run(
                        MineSites.of(MINE),
                        FourTrucks.half("T01", "T02", 180),
                        FourTrucks.half("T03", "T04", 180));
        both =
                run(
                        SecondSite.mines(MINE),
                        SecondSite.bothHalves("T01", "T02", 180),
                        SecondSite.bothHalves("T03", "T04", 180));
    }

    @Test
    void scoresTheFirstSiteAsIfItWereAlone() {
        assertThat(both.rows("scores", ScoredWindow.class))
                .filteredOn(score -> score.window().site().equals(FourTrucks.SITE))
                .containsExactlyInAnyOrderElementsOf(alone.rows("scores", ScoredWindow.class));
    }

    @Test
    void scoresEveryMinuteOfEveryTruckOfTheSecondSite() {
        assertThat(both.rows("scores", ScoredWindow.class))
                .filteredOn(score -> score.window().site().equals(SecondSite.SITE))
                .hasSize(4 * 180);
    }

    @Test
    void buildsTheCyclesOfTheFirstSiteAsIfItWereAlone() {
        List<HaulCycle> cycles = both.rows("cycles", HaulCycle.class);
        assertThat(cycles)
                .filteredOn(cycle -> cycle.site().equals(FourTrucks.SITE))
                .containsExactlyInAnyOrderElementsOf(alone.rows("cycles", HaulCycle.class));
        assertThat(cycles).extracting(HaulCycle::cycleId).doesNotHaveDuplicates();
    }

    @Test
    void detectsDriftOfTheWornTruckOnlyAtItsSite() {
        assertThat(both.rows("drift", DriftEvent.class))
                .containsExactlyInAnyOrderElementsOf(alone.rows("drift", DriftEvent.class))
                .extracting(DriftEvent::site)
                .containsOnly(FourTrucks.SITE);
    }

    private static JobGraphRun run(MineSites mines, List<Reading> first, List<Reading> second)
            throws Exception {
        List<Reading> readings = new ArrayList<>(first);
        readings.addAll(second);
        ModelAnnouncement champion = new ModelAnnouncement("fuel-window", 1, FourTrucks.START);
        JobGraphRun run = new JobGraphRun();
        FuelJob.build(
                run.environment(),
                new FuelSources(
                        JobGraphRun.source(readings, Reading.class),
                        JobGraphRun.source(List.of(champion, champion), ModelAnnouncement.class)),
                FuelSettings.of(mines, REGISTRY),
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
        return run;
    }
}
