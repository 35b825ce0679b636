package io.fueloptimine.operators.alarm;

import static io.fueloptimine.models.mine.reading.ProductionState.DRIVING;
import static io.fueloptimine.models.mine.reading.ProductionState.HAULING;
import static io.fueloptimine.models.mine.reading.ProductionState.PARKED;
import static io.fueloptimine.models.mine.reading.ProductionState.QUEUED;
import static io.fueloptimine.models.mine.reading.ProductionState.STOPPED;
import static io.fueloptimine.operators.alarm.MachineScript.START;
import static io.fueloptimine.operators.alarm.MachineScript.grader;
import static io.fueloptimine.operators.alarm.MachineScript.truck;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.reading.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One mine with a story per machine, played once; each test reads what became of one story. */
class AlarmPatternsTest {

    private static final List<Alert> ALERTS = new ArrayList<>();

    @BeforeAll
    static void playTheMine() throws Exception {
        ALERTS.addAll(Alarms.ofReadings(readings()));
    }

    private static List<Reading> readings() {
        List<MachineScript> stories =
                List.of(
                        truck("clock").drive(120),
                        truck("robbed")
                                .off(10)
                                .level(m -> 70 - (m - 10))
                                .off(6)
                                .level(64)
                                .off(20)
                                .in(DRIVING)
                                .drive(10),
                        truck("flickering").level(m -> 70.2 + 0.3 * Math.sin(m * 40)).off(60),
                        truck("refuelled-parked").level(20).off(15).level(90).off(20),
                        truck("robbed-slowly").level(m -> 70 - m * 0.02).off(90),
                        truck("sloshing")
                                .level(m -> 70 - m * 0.099 + 3 * Math.sin(m * 9))
                                .drive(90),
                        truck("leaking").level(m -> 80 - m * 0.2).drive(70),
                        truck("leak-mended")
                                .level(m -> 80 - m * 0.2)
                                .drive(60)
                                .level(m -> 95 - (m - 60) * 0.1)
                                .drive(50),
                        truck("refuelling")
                                .level(m -> 30 - m * 0.1)
                                .drive(40)
                                .in(STOPPED)
                                .level(m -> 26 + (m - 40) * 10)
                                .idle(7)
                                .in(DRIVING)
                                .level(m -> 96 - (m - 47) * 0.1)
                                .drive(40),
                        truck("idling").drive(5).in(PARKED).idle(25).in(DRIVING).drive(10),
                        truck("pausing").drive(5).in(PARKED).idle(18).in(DRIVING).drive(10),
                        truck("queueing").in(QUEUED).idle(40),
                        truck("overloaded")
                                .in(HAULING)
                                .payload(325)
                                .drive(5)
                                .payload(352)
                                .drive(5)
                                .in(DRIVING)
                                .payload(0)
                                .drive(10),
                        truck("well-loaded").in(HAULING).payload(306).drive(20),
                        grader("shaking").drive(10).vibration(15).drive(6).vibration(4).drive(10),
                        grader("bumped").drive(10).vibration(15).drive(2).vibration(4).drive(10),
                        truck("dry").drive(10).oilPressure(100).drive(5),
                        truck("thirsty").level(11).drive(5).level(5).drive(5).level(90).drive(10),
                        truck("stuck")
                                .drive(5)
                                .stuckFuelRate(250.0)
                                .drive(12)
                                .stuckFuelRate(null)
                                .drive(5),
                        truck("lost").drive(20).silence(10).drive(10),
                        truck("unlucky").drive(20).silence(1).drive(10),
                        truck("switched-off").drive(10).off(5));
        return stories.stream()
                .flatMap(story -> story.switchOff().readings().stream())
                .sorted(Comparator.comparing(Reading::time))
                .toList();
    }

    @Test
    void raisesTheftWhenTheTankDropsWhileParkedAndClearsItWhenTheTruckIsUsedAgain() {
        assertThat(of("robbed", AlertType.FUEL_THEFT)).hasSize(2);
        Alert raised = of("robbed", AlertType.FUEL_THEFT).get(0);
        assertThat(raised.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(raised.raisedAt()).isBetween(minute(11), minute(15));
        assertThat(raised.evidence().get("levelBeforePct")).isGreaterThan(69.5);
        Alert cleared = of("robbed", AlertType.FUEL_THEFT).get(1);
        assertThat(cleared.alertId()).isEqualTo(raised.alertId());
        assertThat(cleared.clearedAt()).isEqualTo(minute(39));
    }

    @Test
    void takesNoFlickerSlowLossOrRefuellingForTheft() {
        assertThat(of("flickering")).isEmpty();
        assertThat(of("refuelled-parked")).isEmpty();
        assertThat(of("robbed-slowly")).isEmpty();
    }

    @Test
    void raisesALeakWhenTheLevelFallsFasterThanTheCounter() {
        List<Alert> alerts = of("leaking");
        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).type()).isEqualTo(AlertType.FUEL_LEAK);
        assertThat(alerts.get(0).raisedAt()).isBefore(minute(45));
        assertThat(alerts.get(0).clearedAt()).isNull();
    }

    @Test
    void clearsALeakThatWasRepaired() {
        assertThat(of("leak-mended")).extracting(Alert::type).containsOnly(AlertType.FUEL_LEAK);
        assertThat(of("leak-mended")).hasSize(2).last().matches(a -> a.clearedAt() != null);
    }

    @Test
    void raisesNothingForSloshOrRefuelling() {
        assertThat(of("sloshing")).isEmpty();
        assertThat(of("refuelling")).isEmpty();
    }

    @Test
    void raisesLongIdlingOnceAndClearsItWhenTheTruckDrives() {
        List<Alert> alerts = of("idling");
        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0).type()).isEqualTo(AlertType.LONG_IDLE);
        assertThat(alerts.get(0).raisedAt()).isEqualTo(minute(25));
        assertThat(alerts.get(1).clearedAt()).isEqualTo(minute(33));
    }

    @Test
    void leavesShortPausesAndQueuesAlone() {
        assertThat(of("pausing")).isEmpty();
        assertThat(of("queueing")).isEmpty();
    }

    @Test
    void raisesASingleLoadFarAboveNominalAndClearsItWhenUnloaded() {
        List<Alert> alerts = of("overloaded");
        assertThat(alerts).hasSize(2);
        assertThat(alerts).extracting(Alert::type).containsOnly(AlertType.OVERLOAD);
        assertThat(alerts).extracting(Alert::severity).containsOnly(Severity.CRITICAL);
        assertThat(alerts.get(0).raisedAt()).isEqualTo(minute(6));
        assertThat(alerts.get(1).clearedAt()).isEqualTo(minute(13));
        assertThat(of("well-loaded")).isEmpty();
    }

    @Test
    void raisesVibrationAfterItsDwellAndClearsItWhenItIsGone() {
        List<Alert> alerts = of("shaking");
        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0).type()).isEqualTo(AlertType.VIBRATION);
        assertThat(alerts.get(0).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alerts.get(0).raisedAt()).isEqualTo(minute(13));
        assertThat(alerts.get(1).clearedAt()).isEqualTo(minute(19));
        assertThat(of("bumped")).isEmpty();
    }

    @Test
    void raisesLowOilPressureOnlyWithTheEngineOn() {
        assertThat(of("dry")).extracting(Alert::type).containsOnly(AlertType.FAILING_MACHINE);
        assertThat(of("dry").get(0).evidence()).containsEntry("oilPressureKpa", 100.0);
        assertThat(of("switched-off")).isEmpty();
    }

    @Test
    void reportsLowFuelInTwoStepsAndClearsItAfterRefuelling() {
        List<Alert> alerts = of("thirsty");
        assertThat(alerts).extracting(Alert::type).containsOnly(AlertType.LOW_FUEL);
        assertThat(alerts)
                .extracting(Alert::severity)
                .containsExactly(Severity.WARNING, Severity.CRITICAL, Severity.CRITICAL);
        assertThat(alerts.get(2).clearedAt()).isNotNull();
    }

    @Test
    void raisesAStuckSensorWhileTheOthersMoveAndClearsItWhenItMoves() {
        List<Alert> alerts = of("stuck");
        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0).type()).isEqualTo(AlertType.STUCK_SENSOR);
        assertThat(alerts.get(0).message()).contains("fuelRateLph").contains("250.0");
        assertThat(alerts.get(1).clearedAt()).isEqualTo(minute(18));
    }

    @Test
    void raisesSilenceWhileOthersReportAndClearsItWhenTheMachineReports() {
        List<Alert> alerts = of("lost");
        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0).type()).isEqualTo(AlertType.SILENT_SENSOR);
        assertThat(alerts.get(0).raisedAt()).isBetween(minute(21), minute(22));
        assertThat(alerts.get(1).clearedAt()).isEqualTo(minute(31));
        assertThat(of("unlucky")).isEmpty();
    }

    @Test
    void raisesNoSilenceAtTheEndOfTheInput() {
        assertThat(of("clock")).isEmpty();
    }

    private static List<Alert> of(String machineId) {
        return ALERTS.stream().filter(alert -> alert.machineId().equals(machineId)).toList();
    }

    private static List<Alert> of(String machineId, AlertType type) {
        return of(machineId).stream().filter(alert -> alert.type() == type).toList();
    }

    private static Instant minute(int minutes) {
        return START.plusSeconds(60L * minutes);
    }
}
