package io.fueloptimine.jobs.simulator.truck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.SmallMine;
import io.fueloptimine.jobs.simulator.physics.Air;
import io.fueloptimine.jobs.simulator.physics.Driving;
import io.fueloptimine.jobs.simulator.physics.LegProfile;
import io.fueloptimine.jobs.simulator.physics.Stretch;
import io.fueloptimine.jobs.simulator.site.Conditions;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TruckEngineTest {

    private static final Offset<Double> ROUNDING = within(1e-6);

    private static final Stretch CLIMB_LOADED = new Stretch(20_000, 8, 2.2);
    private static final Stretch DESCENT = new Stretch(20_000, -8, 2.2);

    private final TestTruck truck = new TestTruck(Conditions.NONE, 4_000);
    private final TruckEngine engine = truck.engine;

    @Test
    void burnsByTheTimeThatPassesAndNotByHowOftenItIsSettled() {
        TestTruck inSteps = new TestTruck(Conditions.NONE, 4_000);
        drive(engine, CLIMB_LOADED, 290);
        drive(inSteps.engine, CLIMB_LOADED, 290);

        engine.settle(TestTruck.hours(1), false);
        for (int second = 1; second <= 3_600; second++) {
            inSteps.engine.settle(TestTruck.START_MS + 1_000L * second, false);
        }

        assertThat(inSteps.tank.levelL()).isCloseTo(truck.tank.levelL(), ROUNDING);
        assertThat(truck.tank.burntL()).isBetween(300.0, 600.0);
    }

    @Test
    void settlingTwiceAtOneTimeBurnsOnce() {
        engine.idle(1);
        double firstL = engine.settle(TestTruck.hours(1), false);

        assertThat(firstL).isPositive();
        assertThat(engine.settle(TestTruck.hours(1), false)).isZero();
        assertThat(engine.settle(TestTruck.hours(0.5), false)).isZero();
    }

    @Test
    void burnsNothingAndRunsNoHoursWhileItIsOff() {
        engine.stop();

        assertThat(engine.settle(TestTruck.hours(5), true)).isZero();
        assertThat(engine.engineHours()).isEqualTo(100);
        assertThat(truck.tank.levelL()).isEqualTo(4_000);
    }

    @Test
    void stopsBurningWhenTheTankIsEmpty() {
        TestTruck nearlyEmpty = new TestTruck(Conditions.NONE, 5);
        drive(nearlyEmpty.engine, CLIMB_LOADED, 290);

        assertThat(nearlyEmpty.engine.settle(TestTruck.hours(1), false)).isEqualTo(5);
        assertThat(nearlyEmpty.context.counters().counts().burntL()).isEqualTo(5);
        assertThat(nearlyEmpty.tank.levelL()).isZero();
    }

    @Test
    void burnsMoreUphillWithALoadThanDownhillWithoutOne() {
        Instant now = Instant.ofEpochMilli(TestTruck.START_MS);
        drive(engine, CLIMB_LOADED, 290);
        double uphillLph = engine.rateLph(now);
        drive(engine, DESCENT, 0);
        double downhillLph = engine.rateLph(now);
        engine.idle(1);

        assertThat(uphillLph).isGreaterThan(5 * downhillLph);
        assertThat(engine.rateLph(now))
                .isCloseTo(TestTruck.CLASS.idleLph(), within(0.1 * TestTruck.CLASS.idleLph()));
    }

    @Test
    void theOperatorChangesTheBurnOfDrivingOnly() {
        Instant now = Instant.ofEpochMilli(TestTruck.START_MS);
        drive(engine, CLIMB_LOADED, 290);
        double averageLph = engine.rateLph(now);
        engine.idle(1);
        double idleLph = engine.rateLph(now);

        engine.setOperatorFactor(1.1);

        drive(engine, CLIMB_LOADED, 290);
        assertThat(engine.rateLph(now)).isCloseTo(1.1 * averageLph, ROUNDING);
        engine.idle(1);
        assertThat(engine.rateLph(now)).isEqualTo(idleLph);
    }

    @Test
    void leaksAlsoWhileItIsOffButIsRobbedOnlyWhileItIsParked() {
        TestTruck unlucky = new TestTruck(leakAndTheft(), 4_000);
        unlucky.engine.stop();
        unlucky.engine.settle(TestTruck.hours(1), false);
        assertThat(unlucky.tank.leakedL()).isCloseTo(12, ROUNDING);
        assertThat(unlucky.tank.stolenL()).isZero();

        unlucky.engine.settle(TestTruck.hours(2), true);
        assertThat(unlucky.tank.leakedL()).isCloseTo(24, ROUNDING);
        assertThat(unlucky.tank.stolenL()).isCloseTo(60, ROUNDING);

        unlucky.engine.idle(1);
        unlucky.engine.settle(TestTruck.hours(3), true);
        assertThat(unlucky.tank.stolenL()).isCloseTo(60, ROUNDING);
        assertThat(unlucky.context.counters().counts().leakedL()).isCloseTo(36, ROUNDING);
        assertThat(unlucky.context.counters().counts().stolenL()).isCloseTo(60, ROUNDING);
    }

    @Test
    void injectorWearRaisesTheBurnByItsFactor() {
        Conditions wear =
                new Conditions() {
                    @Override
                    public double fuelFactor(String machineId, Instant time) {
                        return machineId.equals("T1") ? 1.25 : 1;
                    }
                };
        TestTruck worn = new TestTruck(wear, 4_000);
        worn.engine.idle(1);
        engine.idle(1);

        double wornL = worn.engine.settle(TestTruck.hours(2), false);
        assertThat(wornL).isCloseTo(1.25 * engine.settle(TestTruck.hours(2), false), ROUNDING);
    }

    /** 12 L/h leak; 1 L/min are stolen while the truck is parked. */
    private static Conditions leakAndTheft() {
        return new Conditions() {
            @Override
            public double leakLph(String machineId, Instant time) {
                return 12;
            }

            @Override
            public double stolenL(String machineId, Instant from, Instant to) {
                return Duration.between(from, to).toMillis() / 60_000.0;
            }
        };
    }

    private static void drive(TruckEngine engine, Stretch stretch, double payloadT) {
        LegProfile profile = new LegProfile();
        Air air = new Air(8, 3_900);
        Driving driving = new Driving(4, 4, 4, 1);
        engine.physics().drive(stretch, driving, payloadT, air, profile);
        engine.drive(profile, SmallMine.SITE.locations().get(0), TestTruck.START_MS);
    }
}
