package io.fueloptimine.models.fuel.refuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.Refuel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefuelReconciliationTest {

    private static final double LITRES_A_MINUTE = 3;

    @Test
    void addsUpTheWindowsBetweenTwoFillings() {
        RefuelReconciliation found =
                reconcile(windows("T1", 0, 700), filling("T1", 0, 0), filling("T1", 600, 1_500));

        assertThat(found.trucks()).hasSize(1);
        assertThat(found.trucks().get(0).truckId()).isEqualTo("T1");
        assertThat(found.fleet().countedL()).isEqualTo(580 * LITRES_A_MINUTE, within(1e-6));
        assertThat(found.fleet().meteredL()).isEqualTo(1_500);
        assertThat(found.fleet().ratio()).isEqualTo(1.16, within(1e-9));
    }

    @Test
    void aWindowThatStraddlesTheStartOfPumpingCountsByItsShare() {
        RefuelReconciliation found =
                reconcile(windows("T1", 0, 700), filling("T1", 0, 0), filling("T1", 600.5, 1_500));

        assertThat(found.fleet().countedL()).isEqualTo(580.5 * LITRES_A_MINUTE, within(1e-6));
    }

    @Test
    void whatAModelExpectsIsReconciledTheSameWay() {
        RefuelReconciliation found =
                RefuelReconciliation.of(
                        windows("T1", 0, 700),
                        window -> 2 * window.fuelL(),
                        List.of(filling("T1", 0, 0), filling("T1", 600, 3_480)));

        assertThat(found.fleet().ratio()).isEqualTo(1, within(1e-9));
    }

    @Test
    void leavesOutIntervalsWithHolesAndTrucksWithoutWindows() {
        List<FuelWindow> holed = new ArrayList<>(windows("T1", 0, 500));
        holed.addAll(windows("T1", 560, 700));

        RefuelReconciliation found =
                reconcile(
                        holed,
                        filling("T1", 0, 0),
                        filling("T1", 600, 1_740),
                        filling("T2", 0, 0),
                        filling("T2", 600, 1_740));

        assertThat(found.trucks()).isEmpty();
        assertThat(found.fleet().ratio()).isNaN();
    }

    @Test
    void aFillingThatBeginsBeforeTheLastOneEndsIsNoInterval() {
        RefuelReconciliation found =
                reconcile(windows("T1", 0, 700), filling("T1", 0, 0), filling("T1", 10, 1_500));

        assertThat(found.trucks()).isEmpty();
    }

    @Test
    void fillingsToAnotherLevelWidenTheConfidenceAndCancelOut() {
        List<Refuel> refuels = new ArrayList<>(List.of(filling("T1", 0, 0)));
        for (int i = 1; i <= 10; i++) {
            refuels.add(filling("T1", i * 600, 1_740 + (i % 2 == 0 ? 200 : -200)));
        }

        RefuelReconciliation found =
                RefuelReconciliation.of(windows("T1", 0, 6_100), FuelWindow::fuelL, refuels);

        MeterRatio ratio = found.trucks().get(0).ratio();
        assertThat(ratio.pairs()).isEqualTo(10);
        assertThat(ratio.ratio()).isEqualTo(1, within(1e-9));
        assertThat(ratio.low()).isEqualTo(0.925, within(0.005));
        assertThat(ratio.high()).isEqualTo(1.075, within(0.005));
        assertThat(found.fleet().low()).as("of one truck").isNaN();
    }

    @Test
    void theFleetsConfidenceIsOverTrucks() {
        List<FuelWindow> windows = new ArrayList<>(windows("T1", 0, 700));
        windows.addAll(windows("T2", 0, 700));

        RefuelReconciliation found =
                reconcile(
                        windows,
                        filling("T1", 0, 0),
                        filling("T1", 600, 1_700),
                        filling("T2", 0, 0),
                        filling("T2", 600, 1_780));

        assertThat(found.fleet().pairs()).isEqualTo(2);
        assertThat(found.fleet().ratio()).isEqualTo(1, within(1e-9));
        assertThat(found.fleet().low()).isLessThan(0.98);
        assertThat(found.fleet().high()).isGreaterThan(1.02);
    }

    private static RefuelReconciliation reconcile(List<FuelWindow> windows, Refuel... refuels) {
        return RefuelReconciliation.of(windows, FuelWindow::fuelL, List.of(refuels));
    }

    /** Twenty minutes at the bay. */
    private static Refuel filling(String truck, double minute, double litres) {
        return new Refuel(truck, Hauls.at(minute), 1_200, litres, null, null);
    }

    private static List<FuelWindow> windows(String truck, int from, int to) {
        List<FuelWindow> windows = new ArrayList<>();
        for (int minute = from; minute < to; minute++) {
            windows.add(
                    new FuelWindow(
                            "hill",
                            truck,
                            EquipmentKind.HAULTRUCK,
                            "930E",
                            null,
                            Hauls.at(minute),
                            Hauls.at(minute + 1),
                            60,
                            0,
                            LITRES_A_MINUTE,
                            0.3,
                            18,
                            1,
                            290,
                            0,
                            0,
                            3_500,
                            80,
                            1_900,
                            1,
                            0,
                            null,
                            null,
                            null,
                            null,
                            60));
        }
        return windows;
    }
}
