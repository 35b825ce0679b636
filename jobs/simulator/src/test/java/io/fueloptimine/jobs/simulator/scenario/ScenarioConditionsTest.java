package io.fueloptimine.jobs.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.site.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenarioConditionsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Span SECOND_HOUR = new Span(Duration.ofHours(1), Duration.ofHours(1));

    @Test
    void severalFaultsOnOneRoadAddUp() {
        Conditions conditions =
                conditions(
                        new PhysicalFault.WetRoad(SECOND_HOUR, Set.of("R1", "R2"), 1.5),
                        new PhysicalFault.WetRoad(SECOND_HOUR, Set.of("R1"), 0.5));

        assertThat(conditions.extraRollingResistancePct("R1", minute(60))).isEqualTo(2);
        assertThat(conditions.extraRollingResistancePct("R2", minute(119))).isEqualTo(1.5);
        assertThat(conditions.extraRollingResistancePct("R3", minute(90))).isZero();
        assertThat(conditions.extraRollingResistancePct("R1", minute(59))).isZero();
        assertThat(conditions.extraRollingResistancePct("R1", minute(120))).isZero();
    }

    @Test
    void injectorWearGrowsOverTheRampAndEndsWithTheFault() {
        Conditions conditions =
                conditions(
                        new PhysicalFault.InjectorWear(
                                SECOND_HOUR, "T1", 40, Duration.ofMinutes(20)));

        assertThat(conditions.fuelFactor("T1", minute(60))).isEqualTo(1);
        assertThat(conditions.fuelFactor("T1", minute(65))).isCloseTo(1.1, within(1e-9));
        assertThat(conditions.fuelFactor("T1", minute(80))).isCloseTo(1.4, within(1e-9));
        assertThat(conditions.fuelFactor("T1", minute(119))).isCloseTo(1.4, within(1e-9));
        assertThat(conditions.fuelFactor("T1", minute(120))).isEqualTo(1);
        assertThat(conditions.fuelFactor("T2", minute(90))).isEqualTo(1);
    }

    @Test
    void stealsOnlyWhileTheTheftLasts() {
        Conditions conditions = conditions(new PhysicalFault.Theft(SECOND_HOUR, "T1", 30));

        assertThat(conditions.stolenL("T1", minute(59), minute(61))).isEqualTo(30);
        assertThat(conditions.stolenL("T1", minute(70), minute(71))).isEqualTo(30);
        assertThat(conditions.stolenL("T1", minute(119), minute(125))).isEqualTo(30);
        assertThat(conditions.stolenL("T1", minute(10), minute(20))).isZero();
        assertThat(conditions.stolenL("T2", minute(70), minute(71))).isZero();
    }

    @Test
    void parksATruckWhileTheFaultLasts() {
        Conditions conditions = conditions(new PhysicalFault.TruckParked(SECOND_HOUR, "T1"));

        assertThat(conditions.parked("T1", minute(90))).isTrue();
        assertThat(conditions.parked("T1", minute(121))).isFalse();
        assertThat(conditions.parked("T2", minute(90))).isFalse();
    }

    @Test
    void leaksBreakdownsAndClosuresLastAsLongAsTheFault() {
        Conditions conditions =
                conditions(
                        new PhysicalFault.LeakingTank(SECOND_HOUR, "T1", 120),
                        new PhysicalFault.MachineDown(SECOND_HOUR, "S1"),
                        new PhysicalFault.RoadClosed(SECOND_HOUR, Set.of("R2")));

        assertThat(conditions.leakLph("T1", minute(90))).isEqualTo(120);
        assertThat(conditions.leakLph("T1", minute(30))).isZero();
        assertThat(conditions.down("S1", minute(90))).isTrue();
        assertThat(conditions.down("S1", minute(130))).isFalse();
        assertThat(conditions.down("T1", minute(90))).isFalse();
        assertThat(conditions.roadClosed("R2", minute(90))).isTrue();
        assertThat(conditions.roadClosed("R1", minute(90))).isFalse();
    }

    @Test
    void wrongLoadsAndSpeedsMultiplyTheUsualOnes() {
        Conditions conditions =
                conditions(
                        new PhysicalFault.WrongLoads(SECOND_HOUR, "S1", 1.25),
                        new PhysicalFault.WrongSpeed(SECOND_HOUR, "T1", 1.5),
                        new PhysicalFault.WrongSpeed(SECOND_HOUR, "T1", 2));

        assertThat(conditions.payloadT("S1", 200, 220, minute(90))).isEqualTo(250);
        assertThat(conditions.payloadT("S1", 200, 220, minute(120))).isEqualTo(200);
        assertThat(conditions.payloadT("S2", 200, 220, minute(90))).isEqualTo(200);
        assertThat(conditions.speedFactor("T1", minute(90))).isEqualTo(3);
        assertThat(conditions.speedFactor("T1", "R1", minute(59))).isEqualTo(1);
        assertThat(conditions.speedFactor("T2", minute(90))).isEqualTo(1);
    }

    private static Conditions conditions(ScenarioFault... faults) {
        return new ScenarioConditions(new Scenario("test", List.of(faults)), START);
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
