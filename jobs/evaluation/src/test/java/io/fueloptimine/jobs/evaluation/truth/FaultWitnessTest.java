package io.fueloptimine.jobs.evaluation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.evaluation.scenario.FaultKind;
import io.fueloptimine.jobs.evaluation.scenario.InjectedFault;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultWitnessTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final MineSite ANDES =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final Duration SAMPLING = Duration.ofSeconds(10);

    private double stolenL;

    @Test
    void countsTheFuelThatIsStolenWhileTheTheftLasts() {
        FaultWitness witness = witness(FaultKind.THEFT);
        for (int second = 0; second <= 7_200; second++) {
            stolenL = second < 3_600 ? 50 : Math.min(170, 50 + second - 3_600);
            witness.observe(START.plusSeconds(second));
        }

        assertThat(witness.faults().get(0).stolenL()).isEqualTo(120);
        assertThat(witness.faults().get(0).tookPlace()).isTrue();
    }

    @Test
    void aSensorFaultOnATruckThatDoesNotWorkHasNoEffect() {
        FaultWitness witness = witness(FaultKind.STUCK_SENSOR);
        for (int second = 0; second < 7_200; second += 10) {
            witness.observe(telemetry("T01", second, 0));
            witness.observe(telemetry("T02", second, 1_800));
        }

        assertThat(witness.faults().get(0).tookPlace()).isFalse();
    }

    @Test
    void countsTheHoursWithTheEngineOn() {
        FaultWitness witness = witness(FaultKind.STUCK_SENSOR);
        for (int second = 0; second < 7_200; second += 10) {
            witness.observe(telemetry("T01", second, second < 5_400 ? 1_800 : 0));
        }

        WitnessedFault fault = witness.faults().get(0);
        assertThat(fault.operatingHours(START.plusSeconds(4_500))).isEqualTo(0.25);
        assertThat(fault.operatingHours(START.plusSeconds(7_200))).isEqualTo(0.5);
        assertThat(fault.tookPlace()).isTrue();
    }

    @Test
    void overloadCountsOnlyWhileATruckHaulsTooMuch() {
        FaultWitness witness = witness(FaultKind.OVERLOAD);
        for (int second = 3_600; second < 7_200; second += 10) {
            String state = second < 5_400 ? "Loading" : "Hauling";
            witness.observe(telemetry("T01", second, 1_800, state, second < 6_300 ? 310 : 320));
        }

        assertThat(witness.faults().get(0).operatingHours(START.plusSeconds(7_200)))
                .isEqualTo(0.25);
    }

    private FaultWitness witness(FaultKind kind) {
        InjectedFault fault =
                new InjectedFault(
                        kind,
                        "andes-1",
                        Set.of("T01"),
                        START.plusSeconds(3_600),
                        START.plusSeconds(7_200));
        return new FaultWitness(
                ANDES, List.of(fault), SAMPLING, START.plusSeconds(36_000), () -> stolenL);
    }

    private static MachineMessage telemetry(String machine, int second, double rpm) {
        return telemetry(machine, second, rpm, "Driving", 0);
    }

    private static MachineMessage telemetry(
            String machine, int second, double rpm, String state, double payloadT) {
        return new MachineMessage(
                EquipmentKind.HAULTRUCK,
                machine,
                ReadingStream.TELEMETRY,
                second,
                START.plusSeconds(second),
                Map.of("engineRpm", rpm, "productionState", state, "payloadT", payloadT));
    }
}
