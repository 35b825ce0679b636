package io.fueloptimine.jobs.simulator.truck;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.station.FuelTank;
import org.junit.jupiter.api.Test;

class RefuelPlanTest {

    private static final double TANK_L = 4_200;

    @Test
    void aTruckRefuelsBeforeItsTankIsEmptyAndNotBeforeItHasUsedATenth() {
        SeededRandom random = new SeededRandom(1);
        RefuelPlan plan = new RefuelPlan(new FuelTank(TANK_L, TANK_L, 0), random);
        for (int i = 0; i < 5_000; i++) {
            plan.drawNext(random);

            assertThat(plan.refuelAtL()).isBetween(0.0, 0.9 * TANK_L);
        }
    }

    @Test
    void isDueBelowItsLevelOnly() {
        FuelTank tank = new FuelTank(TANK_L, TANK_L, 0);
        RefuelPlan plan = new RefuelPlan(tank, new SeededRandom(2));
        tank.burn(TANK_L - plan.refuelAtL() - 0.05);
        assertThat(plan.due()).isFalse();

        tank.burn(0.1);
        assertThat(plan.due()).isTrue();
    }

    @Test
    void theReserveIsReachedBelowEightPercentOfTheTank() {
        FuelTank tank = new FuelTank(TANK_L, 0.08 * TANK_L, 0);
        RefuelPlan plan = new RefuelPlan(tank, new SeededRandom(3));
        assertThat(plan.reserveReached()).isFalse();

        tank.burn(1);
        assertThat(plan.reserveReached()).isTrue();
    }

    @Test
    void drawsBetweenNothingAndTheFreeVolumeOfTheTank() {
        SeededRandom random = new SeededRandom(4);
        for (int i = 0; i < 5_000; i++) {
            double levelL = random.uniform(0, TANK_L);
            RefuelPlan plan = new RefuelPlan(new FuelTank(TANK_L, levelL, 0), random);

            assertThat(plan.litresWanted()).isBetween(0.0, TANK_L - levelL + 1e-9);
        }
    }

    @Test
    void aRefuelledTruckIsNotDueAgainAtOnce() {
        SeededRandom random = new SeededRandom(5);
        for (int i = 0; i < 1_000; i++) {
            FuelTank tank = new FuelTank(TANK_L, 300, 0);
            RefuelPlan plan = new RefuelPlan(tank, random);
            tank.dispense(plan.litresWanted());
            plan.drawNext(random);

            assertThat(plan.due()).isFalse();
            assertThat(plan.reserveReached()).isFalse();
        }
    }
}
