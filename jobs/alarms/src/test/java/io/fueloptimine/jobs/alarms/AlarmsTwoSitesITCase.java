package io.fueloptimine.jobs.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.AlarmInput;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadState;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.operators.FourTrucks;
import io.fueloptimine.operators.JobGraphRun;
import io.fueloptimine.operators.Plans;
import io.fueloptimine.operators.SecondSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Job alarms for one site, and for two sites whose machines have the same names. */
class AlarmsTwoSitesITCase {

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final DispatchPlan PLAN =
            Plans.of(FourTrucks.SITE, FourTrucks.START, "FACE-1", 10);

    private static final Path REGISTRY = Path.of("../../models/registry").toAbsolutePath();

    private static JobGraphRun alone;
    private static JobGraphRun both;

    @BeforeAll
    static void runTheJob() throws Exception {
        List<Reading> one = new ArrayList<>(FourTrucks.half("T01", "T02", 180));
        one.addAll(FourTrucks.half("T03", "T04", 180));
        alone = run(MineSites.of(MINE), one, FourTrucks.scores(180));
        List<Reading> two = new ArrayList<>(SecondSite.bothHalves("T01", "T02", 180));
        two.addAll(SecondSite.bothHalves("T03", "T04", 180));
        both = run(SecondSite.mines(MINE), two, SecondSite.bothScores(180));
    }

    @Test
    void raisesAndClearsTheAlarmsOfTheFirstSiteAsIfItWereAlone() {
        assertThat(both.rows("alerts", Alert.class))
                .filteredOn(alert -> alert.site().equals(FourTrucks.SITE))
                .containsExactlyInAnyOrderElementsOf(
                        alone.rows("alerts", Alert.class).stream()
                                .filter(alert -> alert.site().equals(FourTrucks.SITE))
                                .toList());
    }

    @Test
    void raisesNoAlarmOfTheWornTruckForItsNamesakeAtTheOtherSite() {
        assertThat(both.rows("alerts", Alert.class))
                .filteredOn(alert -> alert.type() == AlertType.EXCESS_FUEL)
                .isNotEmpty()
                .extracting(Alert::site)
                .containsOnly(FourTrucks.SITE);
    }

    @Test
    void givesEveryAlarmOfASiteAnIdOfItsOwn() {
        List<Alert> alerts = both.rows("alerts", Alert.class);
        assertThat(alerts.stream().filter(alert -> alert.site().equals(SecondSite.SITE)))
                .isNotEmpty()
                .extracting(Alert::alertId)
                .allMatch(id -> id.contains(SecondSite.SITE));
    }

    @Test
    void keepsTheRoadsOfEachSiteApart() {
        assertThat(both.rows("roads", RoadState.class))
                .filteredOn(road -> road.site().equals(FourTrucks.SITE))
                .containsExactlyInAnyOrderElementsOf(alone.rows("roads", RoadState.class));
        assertThat(both.rows("roads", RoadState.class))
                .extracting(RoadState::key)
                .contains(SecondSite.SITE + "/" + RoadState.ALL_SEGMENTS);
    }

    private static JobGraphRun run(
            MineSites mines, List<Reading> readings, List<ScoredWindow> scores) throws Exception {
        JobGraphRun run = new JobGraphRun();
        List<QualityRecord> flagged = List.of(flagged());
        AlarmsJob.build(
                run.environment(),
                new AlarmsSources(
                        JobGraphRun.source(readings, Reading.class),
                        JobGraphRun.source(scores, ScoredWindow.class),
                        JobGraphRun.source(flagged, QualityRecord.class),
                        JobGraphRun.source(
                                List.of(
                                        AlarmInput.of(drift()),
                                        AlarmInput.of(PLAN),
                                        AlarmInput.of(jump(FourTrucks.SITE)),
                                        AlarmInput.of(jump(SecondSite.SITE)),
                                        AlarmInput.ofCommand("no command")),
                                AlarmInput.class),
                        JobGraphRun.source(
                                List.of(new SuiteUpdate("no suite", FourTrucks.START)),
                                SuiteUpdate.class)),
                AlarmsSettings.of(mines, REGISTRY),
                new AlarmsOutputs(
                        run.output("alerts"),
                        run.output("answers"),
                        run.output("roads"),
                        run.output("quality"),
                        run.output("qualityHours"),
                        run.output("expectations"),
                        run.output("tankEvents"),
                        run.output("intervals")));
        run.run();
        return run;
    }

    private static DriftEvent drift() {
        return new DriftEvent(
                FourTrucks.SITE + "/" + "T01",
                FourTrucks.SITE,
                "T01",
                DriftDetector.ADWIN,
                "residualRatio",
                FourTrucks.START,
                0.3,
                0.1,
                100,
                20,
                "1");
    }

    private static ReportedSignal jump(String site) {
        return new ReportedSignal(
                site,
                "T01",
                AlertType.CLOCK_JUMP,
                Severity.WARNING,
                true,
                FourTrucks.START,
                "the clock of T01",
                Map.of("aheadS", 9_000.0));
    }

    private static QualityRecord flagged() {
        return new QualityRecord(
                "q",
                QualityVerdict.FLAGGED,
                "none",
                Severity.INFO,
                null,
                null,
                "nothing",
                "andes/v1/haultruck/T01/telemetry",
                "T01",
                FourTrucks.START,
                FourTrucks.START,
                false,
                new byte[] {1});
    }
}
