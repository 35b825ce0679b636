package io.fueloptimine.jobs.simulator.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FuelTankTest {

    @Test
    void burnsNoMoreThanItHolds() {
        FuelTank tank = new FuelTank(1_000, 30, 7);

        assertThat(tank.burn(50)).isEqualTo(30);
        assertThat(tank.levelL()).isZero();
        assertThat(tank.burntL()).isEqualTo(37);
        assertThat(tank.burn(50)).isZero();
    }

    @Test
    void takesNoMoreThanItsCapacity() {
        FuelTank tank = new FuelTank(1_000, 900, 0);

        assertThat(tank.dispense(300)).isEqualTo(100);
        assertThat(tank.levelPct()).isEqualTo(100);
        assertThat(tank.dispensedL()).isEqualTo(100);
        assertThat(tank.dispense(1)).isZero();
    }

    /** A saved mine can be continued with a class of truck whose tank is smaller. */
    @Test
    void dispensesNothingIntoATankThatHoldsMoreThanItsCapacity() {
        FuelTank tank = new FuelTank(1_000, 1_200, 0);

        assertThat(tank.dispense(0)).isZero();
        assertThat(tank.dispense(50)).isZero();
        assertThat(tank.levelL()).isEqualTo(1_200);
        assertThat(tank.dispensedL()).isZero();
    }

    @Test
    void countsLeaksAndTheftsApartFromWhatTheEngineBurns() {
        FuelTank tank = new FuelTank(1_000, 100, 0);
        tank.leak(10);
        tank.steal(20);

        assertThat(tank.burntL()).isZero();
        assertThat(tank.leakedL()).isEqualTo(10);
        assertThat(tank.stolenL()).isEqualTo(20);
        assertThat(tank.steal(100)).isEqualTo(70);
        assertThat(tank.leak(1)).isZero();
    }

    @Test
    void conservesFuelOverAnySequenceOfEvents() {
        Random random = new Random(20260105);
        for (int trial = 0; trial < 200; trial++) {
            double startL = random.nextDouble() * 1_000;
            FuelTank tank = new FuelTank(1_000, startL, 0);
            for (int event = 0; event < 100; event++) {
                double litres = random.nextDouble() * 200;
                switch (random.nextInt(4)) {
                    case 0 -> tank.burn(litres);
                    case 1 -> tank.leak(litres);
                    case 2 -> tank.steal(litres);
                    default -> tank.dispense(litres * 3);
                }
                assertThat(tank.levelL()).isBetween(0.0, 1_000.0 + 1e-9);
            }
            double outL = tank.burntL() + tank.leakedL() + tank.stolenL();
            assertThat(startL + tank.dispensedL() - outL).isCloseTo(tank.levelL(), within(1e-6));
        }
    }
}
