package io.fueloptimine.jobs.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.models.dispatch.ledger.BaselinePeriod;
import io.fueloptimine.models.dispatch.ledger.BaselinePeriods;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerPhase;
import io.fueloptimine.models.mine.saving.LedgerShift;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.operators.FourTrucks;
import io.fueloptimine.operators.JobGraphRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The graph of job fuel on a MiniCluster: four trucks, three hours, every output read. */
class FuelJobITCase {

    private static final MineSites MINES =
            MineSites.of(MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml")));
    private static final Path REGISTRY = Path.of("../../models/registry").toAbsolutePath();
    private static final JobGraphRun RUN = new JobGraphRun();

    @BeforeAll
    static void runTheJob() throws Exception {
        FuelJob.build(RUN.environment(), sources(), settings(), outputs(RUN));
        RUN.run();
    }

    @Test
    void scoresEveryMinuteOfEveryTruckOnceWithTheChampion() {
        List<ScoredWindow> scores = RUN.rows("scores", ScoredWindow.class);
        assertThat(scores).hasSize(4 * 180).allMatch(score -> score.window().revision() == 0);
        assertThat(scores).extracting(ScoredWindow::modelName).containsOnly("fuel-window");
    }

    @Test
    void buildsTheCyclesOfEveryTruck() {
        List<HaulCycle> cycles = RUN.rows("cycles", HaulCycle.class);
        assertThat(cycles).hasSizeBetween(4 * 7, 4 * 9);
        assertThat(cycles).extracting(HaulCycle::cycleId).doesNotHaveDuplicates();
    }

    @Test
    void detectsTheWornTruckAndRequestsNoModelForOneTruck() {
        assertThat(RUN.rows("drift", DriftEvent.class))
                .isNotEmpty()
                .extracting(DriftEvent::machineId)
                .containsOnly("T01");
        assertThat(RUN.rows("retrain", RetrainRequest.class)).isEmpty();
    }

    @Test
    void passesRefuelsOn() {
        assertThat(RUN.rows("refuels", Reading.class))
                .filteredOn(reading -> reading.refuel() != null)
                .hasSize(2);
        assertThat(RUN.rows("late", QualityRecord.class)).isEmpty();
    }

    @Test
    void entersTheShiftInTheLedgerWithEveryLitreOfItsWindows() {
        List<ScoredWindow> scores = RUN.rows("scores", ScoredWindow.class);
        double litres = scores.stream().mapToDouble(score -> score.window().fuelL()).sum();
        double tonnes =
                RUN.rows("cycles", HaulCycle.class).stream().mapToDouble(HaulCycle::payloadT).sum();

        assertThat(RUN.rows("ledger", LedgerShift.class))
                .singleElement()
                .satisfies(
                        shift -> {
                            assertThat(shift.phase()).isEqualTo(LedgerPhase.BASELINE);
                            assertThat(shift.burntL()).isCloseTo(litres, within(1e-6));
                            assertThat(shift.tonnes()).isCloseTo(tonnes, within(1e-6));
                            assertThat(shift.coveredH()).isCloseTo(4 * 3, within(0.1));
                        });
        assertThat(RUN.rows("savings", FuelSaving.class)).isEmpty();
    }

    @Test
    void hasAGraphThatAPersonCanRead() {
        JobGraphRun graph = new JobGraphRun();
        FuelJob.build(
                graph.environment(),
                sources(),
                settings(),
                FuelOutputs.standard(
                        KafkaConnection.of("localhost:9092"),
                        new SqlConnection("jdbc:h2:mem:graph", "sa", "")));
        assertThat(graph.vertices()).hasSizeLessThanOrEqualTo(16);
    }

    private static FuelSettings settings() {
        BaselinePeriod day =
                new BaselinePeriod(FourTrucks.START, FourTrucks.START.plusSeconds(86_400));
        return FuelSettings.of(MINES, REGISTRY)
                .withBaselines(new BaselinePeriods(Map.of(FourTrucks.SITE, day)));
    }

    private static FuelSources sources() {
        List<Reading> readings = new ArrayList<>(FourTrucks.half("T01", "T02", 180));
        readings.addAll(FourTrucks.half("T03", "T04", 180));
        ModelAnnouncement champion = new ModelAnnouncement("fuel-window", 1, FourTrucks.START);
        return new FuelSources(
                JobGraphRun.source(readings, Reading.class),
                JobGraphRun.source(List.of(champion, champion), ModelAnnouncement.class));
    }

    static FuelOutputs outputs(JobGraphRun run) {
        return new FuelOutputs(
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
                run.output("late"));
    }
}
