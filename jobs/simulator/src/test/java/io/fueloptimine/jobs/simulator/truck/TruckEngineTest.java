package io.fueloptimine.jobs.simulator.truck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.site.Conditions;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TruckEngineTest {

    private static final Offset<Double> ROUNDING = within(1e-6);

    private final TestTruck truck = new TestTruck(Conditions.NONE, 4_000);
    private final TruckEngine engine = truck.engine;

    @Test
    void burnsByTheTimeThatPassesAndNotByHowOftenItIsSettled() {
        TestTruck inSteps = new TestTruck(Conditions.NONE, 4_000);
        engine.drive(290, 15, 8, 2.2);
        inSteps.engine.drive(290, 15, 8, 2.2);

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
        nearlyEmpty.engine.drive(290, 15, 8, 2.2);

        assertThat(nearlyEmpty.engine.settle(TestTruck.hours(1), false)).isEqualTo(5);
        assertThat(nearlyEmpty.context.counters().counts().burntL()).isEqualTo(5);
        assertThat(nearlyEmpty.tank.levelL()).isZero();
    }

    @Test
    void burnsMoreUphillWithALoadThanDownhillWithoutOne() {
        Instant now = Instant.ofEpochMilli(TestTruck.START_MS);
        engine.drive(290, 15, 8, 2.2);
        double uphillLph = engine.rateLph(now);
        engine.drive(0, 25, -8, 2.2);
        double downhillLph = engine.rateLph(now);
        engine.idle(1);

        assertThat(uphillLph).isGreaterThan(5 * downhillLph);
        assertThat(engine.rateLph(now)).isCloseTo(TestTruck.CLASS.idleLph(), within(1.3));
    }

    @Test
    void theOperatorChangesTheBurnOfDrivingOnly() {
        Instant now = Instant.ofEpochMilli(TestTruck.START_MS);
        engine.drive(290, 15, 8, 2.2);
        double averageLph = engine.rateLph(now);
        engine.idle(1);
        double idleLph = engine.rateLph(now);

        engine.setOperatorFactor(1.1);

        engine.drive(290, 15, 8, 2.2);
        assertThat(engine.rateLph(now)).isCloseTo(1.1 * averageLph, ROUNDING);
        engine.idle(1);
        assertThat(engine.rateLph(now)).isEqualTo(idleLph);
    }

    @Test
    void losesATenthOfItsPowerAtMost() {
        double powerKw = engine.truckClass().ratedPowerKw();

        assertThat(powerKw).isBetween(0.9 * TestTruck.CLASS.ratedPowerKw(), 2_014.0);
        assertThat(engine.truckClass().payloadT()).isEqualTo(TestTruck.CLASS.payloadT());
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
}
