package io.fueloptimine.jobs.local.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.jobs.alarms.AlarmsJob;
import io.fueloptimine.jobs.alarms.AlarmsOutputs;
import io.fueloptimine.jobs.alarms.AlarmsSettings;
import io.fueloptimine.jobs.alarms.AlarmsSources;
import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.fuel.FuelOutputs;
import io.fueloptimine.jobs.fuel.FuelSettings;
import io.fueloptimine.jobs.fuel.FuelSources;
import io.fueloptimine.jobs.training.retraining.RetrainingJob;
import io.fueloptimine.models.alarm.AlarmInput;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftKind;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.consumption.SuspectedCause;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.model.RetrainCause;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.training.retraining.Retraining;
import io.fueloptimine.models.training.retraining.RetrainingSettings;
import io.fueloptimine.operators.FourTrucks;
import io.fueloptimine.operators.JobGraphRun;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A bad delivery of fuel: from one minute on, all trucks burn more. From readings through the
 * graphs of jobs fuel and alarms to the alarm and the retraining.
 */
class DriftOfAllTrucksITCase {

    private static final MineSites MINES =
            MineSites.of(MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml")));
    private static final Path REGISTRY = Path.of("../../models/registry").toAbsolutePath();

    private static List<ScoredWindow> scores;
    private static List<DriftEvent> drifts;
    private static List<RetrainRequest> requests;
    private static List<Alert> alerts;

    @BeforeAll
    static void runTheJobs() throws Exception {
        runFuel();
        runAlarms();
    }

    @Test
    void isOneDriftOfTheFleet() {
        assertThat(drifts)
                .filteredOn(drift -> drift.kind() == DriftKind.PERFORMANCE)
                .singleElement()
                .satisfies(
                        drift -> {
                            assertThat(drift.scope()).isEqualTo(DriftScope.FLEET);
                            assertThat(drift.cause()).isEqualTo(SuspectedCause.FUEL_OR_WEATHER);
                            assertThat(drift.detectedAt())
                                    .isBetween(
                                            EightTrucks.changeAt(),
                                            EightTrucks.changeAt().plusSeconds(3_600));
                        });
    }

    @Test
    void isOneAlarmThatNamesIt() {
        assertThat(alerts)
                .filteredOn(alert -> alert.type() == AlertType.DRIFT)
                .filteredOn(alert -> !alert.alertId().contains("DATA"))
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.machineId()).isNull();
                            assertThat(alert.alertId())
                                    .isEqualTo(
                                            "DRIFT:FLEET/andes/"
                                                    + fleet().detectedAt().toEpochMilli());
                            assertThat(alert.message())
                                    .startsWith("All trucks burn")
                                    .contains("the fuel or the weather has changed");
                            assertThat(alert.es().reason()).contains("combustible o el clima");
                        });
    }

    /**
     * These trucks drive at other elevations than those of the training data, which is another
     * cause.
     */
    @Test
    void namesTheInputThatIsNotAsInTheTrainingDataByAnAlarmOfItsOwn() {
        assertThat(drifts)
                .filteredOn(drift -> drift.kind() == DriftKind.DATA)
                .extracting(DriftEvent::subject, DriftEvent::metric)
                .containsExactly(tuple("930E", "mean_elevation_m"));
        assertThat(alerts)
                .filteredOn(alert -> alert.alertId().startsWith("DRIFT:DATA CLASS 930E/andes/"))
                .singleElement()
                .satisfies(
                        alert ->
                                assertThat(alert.en().seen())
                                        .startsWith("The measurements of 930E at andes"));
    }

    /** The request waits in job training for enough windows after the change. */
    @Test
    void requestsAModelAndTrainingTakesTheRequest() {
        assertThat(requests).hasSize(1);
        RetrainRequest request = requests.get(0);
        assertThat(request.cause()).isEqualTo(RetrainCause.FLEET_DRIFT);
        assertThat(request.reason()).startsWith("the fleet drifted since");
        assertThat(training(windows()).answer(request)).isEmpty();
        assertThat(training(windows()).answer(atOnce(request)))
                .hasValueSatisfying(
                        outcome -> {
                            assertThat(outcome.modelName()).isEqualTo(ModelRegistry.FUEL_WINDOW);
                            assertThat(outcome.reason()).contains("windows");
                        });
    }

    private static DriftEvent fleet() {
        return drifts.stream()
                .filter(drift -> drift.scope() == DriftScope.FLEET)
                .findFirst()
                .orElseThrow();
    }

    /** As from a person: it does not wait. */
    private static RetrainRequest atOnce(RetrainRequest request) {
        return new RetrainRequest(
                request.requestId(), request.modelName(), request.cause(), request.reason(), null);
    }

    private static List<FuelWindow> windows() {
        return scores.stream()
                .map(ScoredWindow::window)
                .sorted(
                        Comparator.comparing(FuelWindow::start)
                                .thenComparing(FuelWindow::machineId))
                .toList();
    }

    private static RetrainingJob training(List<FuelWindow> history) {
        MachineClasses classes = MachineClasses.of(MINES.bySite().get(FourTrucks.SITE));
        Retraining retraining =
                new Retraining(
                        RetrainingSettings.DEFAULT,
                        classes,
                        (windows, source) -> {
                            throw new AssertionError("too few windows to train");
                        });
        return new RetrainingJob(
                () -> history,
                new ModelRegistry(REGISTRY, classes),
                classes,
                retraining,
                Clock.systemUTC());
    }

    private static void runFuel() throws Exception {
        JobGraphRun run = new JobGraphRun();
        ModelAnnouncement champion = new ModelAnnouncement("fuel-window", 1, FourTrucks.START);
        FuelJob.build(
                run.environment(),
                new FuelSources(
                        readings(EightTrucks.readings()),
                        JobGraphRun.source(List.of(champion, champion), ModelAnnouncement.class)),
                FuelSettings.of(MINES, REGISTRY),
                new FuelOutputs(
                        ignored("cycles"),
                        run.output("scores"),
                        run.output("drift"),
                        ignored("dataDrift"),
                        run.output("retrain"),
                        ignored("refuels"),
                        ignored("roads"),
                        ignored("shutdowns"),
                        ignored("payloads"),
                        ignored("outliers"),
                        ignored("ledger"),
                        ignored("savings"),
                        ignored("late")));
        run.run();
        scores = run.rows("scores", ScoredWindow.class);
        drifts = run.rows("drift", DriftEvent.class);
        requests = run.rows("retrain", RetrainRequest.class);
    }

    private static void runAlarms() throws Exception {
        JobGraphRun run = new JobGraphRun();
        AlarmsJob.build(
                run.environment(),
                new AlarmsSources(
                        readings(FourTrucks.half("T02", "T04", 5)),
                        JobGraphRun.source(scores.subList(0, 2), ScoredWindow.class),
                        JobGraphRun.source(List.of(flagged()), QualityRecord.class),
                        JobGraphRun.source(
                                drifts.stream().map(AlarmInput::of).toList(), AlarmInput.class),
                        JobGraphRun.source(
                                List.of(new SuiteUpdate("no suite", FourTrucks.START)),
                                SuiteUpdate.class)),
                AlarmsSettings.of(MINES, REGISTRY),
                new AlarmsOutputs(
                        run.output("alerts"),
                        ignored("answers"),
                        ignored("roads"),
                        ignored("quality"),
                        ignored("qualityHours"),
                        ignored("expectations"),
                        ignored("tankEvents"),
                        ignored("intervals")));
        run.run();
        alerts = run.rows("alerts", Alert.class);
    }

    /** Of no consequence; a source needs a record. */
    private static QualityRecord flagged() {
        return new QualityRecord(
                "q",
                QualityVerdict.FLAGGED,
                "none",
                Severity.INFO,
                null,
                null,
                "nothing",
                "andes/v1/haultruck/T02/telemetry",
                "T02",
                FourTrucks.START,
                FourTrucks.START,
                false,
                new byte[] {1});
    }

    /** Read where they are: the tasks run in this JVM. */
    private static DataGeneratorSource<Reading> readings(List<Reading> all) {
        EightTrucks.SHARED.set(all);
        return new DataGeneratorSource<>(
                index -> EightTrucks.SHARED.get().get(index.intValue()),
                all.size(),
                TypeInformation.of(Reading.class));
    }

    private static <T> Consumer<DataStream<T>> ignored(String name) {
        return stream -> stream.sinkTo(new DiscardingSink<>()).uid("ignored-" + name);
    }
}
