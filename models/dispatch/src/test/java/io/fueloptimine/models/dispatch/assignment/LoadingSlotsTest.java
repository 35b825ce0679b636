package io.fueloptimine.models.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.policy.HandMine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loading takes 200 s; slots are 600 s apart where six loads are left in an hour. */
class LoadingSlotsTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void spreadsTheLoadsEvenlyOverTheTimeLeft() {
        assertThat(begins(unit(0, NEVER, List.of()), 6, 3_600, 4))
                .containsExactly(0.0, 600.0, 1_200.0, 1_800.0);
    }

    @Test
    void aUnitIsNotAskedToLoadFasterThanItCan() {
        assertThat(begins(unit(0, NEVER, List.of()), 60, 3_600, 3))
                .containsExactly(0.0, 200.0, 400.0);
    }

    @Test
    void theNextLoadIsDueAnIntervalAfterTheLastOne() {
        assertThat(begins(unit(0, 400, List.of()), 6, 3_600, 2)).containsExactly(200.0, 800.0);
    }

    @Test
    void theNextLoadWaitsForTheTruckThatIsBeingLoaded() {
        assertThat(begins(unit(150, 50, List.of()), 60, 3_600, 1)).containsExactly(150.0);
    }

    @Test
    void trucksOnTheirWayTakeTheSlotsNextToTheirArrivals() {
        assertThat(begins(unit(0, NEVER, List.of(650.0)), 6, 3_600, 3))
                .containsExactly(0.0, 1_200.0, 1_800.0);
        assertThat(begins(unit(0, NEVER, List.of(10.0, 20.0)), 6, 3_600, 2))
                .containsExactly(1_200.0, 1_800.0);
    }

    @Test
    void aLoadCanBeginWhenTheLoadsBeforeItHaveEnded() {
        List<LoadingSlots.Slot> slots =
                LoadingSlots.of(unit(90, 50, List.of(10.0, 20.0)), 60, 3_600, 1);

        assertThat(slots)
                .singleElement()
                .satisfies(slot -> assertThat(slot.earliestS()).isEqualTo(490));
    }

    @Test
    void thereAreNoMoreSlotsThanLoadsLeft() {
        assertThat(begins(unit(0, NEVER, List.of(30.0)), 2, 3_600, 9)).hasSize(1);
        assertThat(begins(unit(0, NEVER, List.of()), 0, 3_600, 9)).isEmpty();
    }

    private static List<Double> begins(UnitOutlook unit, double loadsLeft, double endS, int most) {
        return LoadingSlots.of(unit, loadsLeft, endS, most).stream()
                .map(LoadingSlots.Slot::inS)
                .toList();
    }

    private static UnitOutlook unit(double busyS, double sinceLoadS, List<Double> arrivalsS) {
        return new UnitOutlook(
                HandMine.SITE.loadingUnit("S1").orElseThrow(), busyS, sinceLoadS, arrivalsS, 200);
    }
}
