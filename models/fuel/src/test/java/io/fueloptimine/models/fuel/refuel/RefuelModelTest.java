package io.fueloptimine.models.fuel.refuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefuelModelTest {

    private static final RefuelModel MODEL =
            new RefuelModel(Map.of(WorkItem.LOADED_H, 380.0, WorkItem.EMPTY_KM, 7.0));

    @Test
    void addsUpTheLitresOfEachItem() {
        Work work =
                Work.of(
                        Map.of(
                                WorkItem.LOADED_H, 5.0,
                                WorkItem.EMPTY_KM, 80.0,
                                WorkItem.SHORT_STOP_H, 2.0));

        assertThat(MODEL.expectedL(work)).isEqualTo(5 * 380 + 80 * 7);
    }

    @Test
    void rejectsANegativeCoefficient() {
        assertThatThrownBy(() -> new RefuelModel(Map.of(WorkItem.EMPTY_H, -1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "empty_h has the coefficient -1.0 L per unit, expected 0 or more");
        assertThatThrownBy(() -> new RefuelModel(Map.of(WorkItem.EMPTY_H, Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shrinksAndBoundsTheOffsetOfATruck() {
        assertThat(TruckHistory.offsetL(MODEL, List.of())).isZero();
        assertThat(TruckHistory.offsetL(MODEL, List.of(interval(2_040)))).isEqualTo(140 / 7.0);
        assertThat(TruckHistory.offsetL(MODEL, List.of(interval(4_500)))).isEqualTo(300 / 7.0);
        assertThat(TruckHistory.offsetL(MODEL, List.of(interval(1_300)))).isEqualTo(-300 / 7.0);
    }

    @Test
    void givesTheUsualFuelOfAnIntervalByPhysics() {
        TruckClass truck = MachineClasses.standard().truck("930E");
        Work work =
                Work.of(
                        Map.of(
                                WorkItem.LOADED_H, 5.24,
                                WorkItem.LOADED_KTKM, 86.6 * 0.29,
                                WorkItem.CLIMB_KTKM, 2.57 * 0.29,
                                WorkItem.EMPTY_H, 3.82,
                                WorkItem.EMPTY_KM, 80.0,
                                WorkItem.UNSEEN_HAUL_KM, 8.0));

        double litres = new RefuelPhysics(truck).expectedL(interval(work));

        assertThat(litres).isEqualTo(2_900, within(300.0));
    }

    @Test
    void givesTheIdleFuelOfAStandingTruckByPhysics() {
        TruckClass truck = MachineClasses.standard().truck("930E");

        assertThat(new RefuelPhysics(truck).expectedL(interval(Work.NONE)))
                .isEqualTo(17.5 * truck.idleLph());
    }

    private static RefuelInterval interval(double litres) {
        return new RefuelInterval(
                "T1",
                "930E",
                Hauls.at(0),
                Hauls.at(600),
                8,
                Work.of(Map.of(WorkItem.LOADED_H, 5.0)),
                litres);
    }

    private static RefuelInterval interval(Work work) {
        return new RefuelInterval("T1", "930E", Hauls.at(0), Hauls.at(1_050), 16, work, 2_900);
    }
}
