package io.fueloptimine.jobs.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.ClockSkew;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.SensorBias;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.SilentSensor;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.StuckSensor;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFault;
import io.fueloptimine.jobs.simulator.scenario.Span;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SensorFaultsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Set<String> BOTH = Set.of("T1", "T2");

    @Test
    void eachMachineRepeatsItsOwnValue() {
        SensorFaults faults = faults(new StuckSensor(seconds(0, 10), BOTH, "speedKph"));

        assertThat(speed(faults, "T1", 0, 11.0)).isEqualTo(11.0);
        assertThat(speed(faults, "T2", 0, 22.0)).isEqualTo(22.0);
        assertThat(speed(faults, "T1", 1, 12.0)).isEqualTo(11.0);
        assertThat(speed(faults, "T2", 1, 23.0)).isEqualTo(22.0);
    }

    @Test
    void aSecondFaultOfASensorBeginsWithTheValueOfThatTime() {
        SensorFaults faults =
                faults(
                        new StuckSensor(seconds(0, 10), BOTH, "speedKph"),
                        new StuckSensor(seconds(20, 30), BOTH, "speedKph"));
        speed(faults, "T1", 5, 5.0);

        assertThat(speed(faults, "T1", 15, 15.0)).isEqualTo(15.0);
        assertThat(speed(faults, "T1", 20, 20.0)).isEqualTo(20.0);
        assertThat(speed(faults, "T1", 29, 29.0)).isEqualTo(20.0);
    }

    @Test
    void aSensorThatIsSilentAtFirstIsStuckAtItsFirstValue() {
        SensorFaults faults = faults(new StuckSensor(seconds(0, 10), BOTH, "speedKph"));

        assertThat(speed(faults, "T1", 0, null)).isNull();
        assertThat(speed(faults, "T1", 1, 7.0)).isEqualTo(7.0);
        assertThat(speed(faults, "T1", 2, null)).isNull();
        assertThat(speed(faults, "T1", 3, 9.0)).isEqualTo(7.0);
    }

    @Test
    void aFieldThatTheMachineDoesNotSendIsNotAdded() {
        SensorFaults faults = faults(new StuckSensor(seconds(0, 10), BOTH, "tyrePressureKpa"));

        MachineMessage sent = faults.apply(telemetry("T1", 0, 5.0)).orElseThrow();

        assertThat(sent.body()).containsOnlyKeys("speedKph", "mode");
    }

    @Test
    void stuckSensorsAffectTelemetryOnly() {
        SensorFaults faults = faults(new StuckSensor(seconds(0, 10), BOTH, "speedKph"));
        speed(faults, "T1", 0, 5.0);
        MachineMessage state = message("T1", ReadingStream.STATE, 1, Map.of("speedKph", 6.0));

        assertThat(faults.apply(state)).contains(state);
    }

    @Test
    void clockErrorsAddUpAndCanCancelEachOther() {
        SensorFaults faults =
                faults(
                        new ClockSkew(seconds(0, 20), BOTH, Duration.ofSeconds(90)),
                        new ClockSkew(seconds(10, 20), BOTH, Duration.ofSeconds(-90)));
        MachineMessage early = telemetry("T1", 5, 1.0);
        MachineMessage late = telemetry("T1", 15, 1.0);

        assertThat(faults.apply(early).orElseThrow().time())
                .isEqualTo(early.time().plusSeconds(90));
        assertThat(faults.apply(late)).contains(late);
    }

    /** The fault ends at a true time, whatever the wrong clock shows. */
    @Test
    void aWrongClockDoesNotMoveTheEndOfItsOwnFault() {
        SensorFaults faults = faults(new ClockSkew(seconds(0, 10), BOTH, Duration.ofMinutes(-5)));

        assertThat(faults.apply(telemetry("T1", 9, 1.0)).orElseThrow().time())
                .isEqualTo(START.plusSeconds(9).minusSeconds(300));
        assertThat(faults.apply(telemetry("T1", 10, 1.0)).orElseThrow().time())
                .isEqualTo(START.plusSeconds(10));
    }

    @Test
    void aSilentMachineSendsNeitherTelemetryNorStates() {
        SensorFaults faults = faults(new SilentSensor(seconds(5, 10), Set.of("T1")));

        assertThat(faults.apply(telemetry("T1", 4, 1.0))).isPresent();
        assertThat(faults.apply(telemetry("T1", 5, 1.0))).isEmpty();
        assertThat(faults.apply(message("T1", ReadingStream.STATE, 9, Map.of()))).isEmpty();
        assertThat(faults.apply(telemetry("T2", 5, 1.0))).isPresent();
        assertThat(faults.apply(telemetry("T1", 10, 1.0))).isPresent();
    }

    @Test
    void faultsDoNotChangeTheMessageThatTheMachineProduced() {
        SensorFaults faults =
                faults(
                        new StuckSensor(seconds(0, 10), BOTH, "speedKph"),
                        new ClockSkew(seconds(0, 10), BOTH, Duration.ofHours(1)));
        speed(faults, "T1", 0, 1.0);
        MachineMessage produced = telemetry("T1", 1, 2.0);
        faults.apply(produced);

        assertThat(produced.body()).containsEntry("speedKph", 2.0);
        assertThat(produced.time()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void aBiasedSensorShowsItsValueTimesAFactorPlusAnOffset() {
        SensorFaults faults =
                faults(new SensorBias(seconds(5, 10), Set.of("T1"), "speedKph", 1.1, 2));

        assertThat(speed(faults, "T1", 4, 20.0)).isEqualTo(20.0);
        assertThat(speed(faults, "T1", 5, 20.0)).isEqualTo(24.0);
        assertThat(speed(faults, "T1", 6, null)).isNull();
        assertThat(speed(faults, "T2", 6, 20.0)).isEqualTo(20.0);
        assertThat(speed(faults, "T1", 10, 20.0)).isEqualTo(20.0);
    }

    /** A counter that jumped at the beginning of the fault would look like a new counter. */
    @Test
    void aBiasedCounterContinuesFromItsValueAtTheBeginning() {
        SensorFaults faults =
                faults(new SensorBias(seconds(0, 10), BOTH, "totalFuelUsedL", 0.9, 0));

        assertThat(counted(faults, "T1", 0, 1_000.0)).isEqualTo(1_000.0);
        assertThat(counted(faults, "T2", 0, 5_000.0)).isEqualTo(5_000.0);
        assertThat(counted(faults, "T1", 1, 1_010.0)).isEqualTo(1_009.0);
        assertThat(counted(faults, "T2", 2, 5_020.0)).isEqualTo(5_018.0);
    }

    private static Object counted(
            SensorFaults faults, String machine, int second, double totalFuelUsedL) {
        MachineMessage message =
                message(
                        machine,
                        ReadingStream.TELEMETRY,
                        second,
                        Map.of("totalFuelUsedL", totalFuelUsedL));
        return faults.apply(message).orElseThrow().body().get("totalFuelUsedL");
    }

    private static SensorFaults faults(ScenarioFault... faults) {
        return new SensorFaults(new Scenario("sensors", List.of(faults)), START);
    }

    private static Span seconds(int from, int to) {
        return new Span(Duration.ofSeconds(from), Duration.ofSeconds(to - from));
    }

    /** The speed that is sent for a measured speed. */
    private static Object speed(SensorFaults faults, String machine, int second, Double speedKph) {
        MachineMessage message = telemetry(machine, second, speedKph);
        return faults.apply(message).orElseThrow().body().get("speedKph");
    }

    private static MachineMessage telemetry(String machine, int second, Double speedKph) {
        Map<String, Object> body = new HashMap<>();
        body.put("speedKph", speedKph);
        body.put("mode", "AUTO");
        return message(machine, ReadingStream.TELEMETRY, second, body);
    }

    private static MachineMessage message(
            String machine, ReadingStream stream, int second, Map<String, Object> body) {
        return new MachineMessage(
                EquipmentKind.HAULTRUCK, machine, stream, second, START.plusSeconds(second), body);
    }
}
