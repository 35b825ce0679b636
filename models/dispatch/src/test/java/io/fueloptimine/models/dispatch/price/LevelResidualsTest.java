package io.fueloptimine.models.dispatch.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.policy.HandMine;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelResidualsTest {

    private static final TruckClass CLASS = HandMine.SITE.truckClass("930E");
    private static final double TANK_L = CLASS.tankL();

    private final HaulModel model = new RoadHaulModel(HandMine.SITE);
    private final HaulCosts hauls = model.costs(List.of(), 0);
    private final LevelResiduals levels = new LevelResiduals(HandMine.SITE, model);
    private final List<FuelResidual> found = new ArrayList<>();

    private double levelPct = 90;
    private long second;

    @Test
    void measuresHowMuchMoreATruckBurnsThanItsTripsAndIdlingCost() {
        cycles(4, 1.2);

        double burntL = found.stream().mapToDouble(FuelResidual::burntL).sum();
        double expectedL = found.stream().mapToDouble(FuelResidual::expectedL).sum();
        assertThat(found).hasSizeGreaterThan(1).allMatch(r -> r.expectedL() >= 60);
        assertThat(burntL / expectedL).isCloseTo(1.2, within(1e-6));
        assertThat(found).allMatch(residual -> residual.model().equals("physics"));
    }

    @Test
    void spansThatFollowEachOtherDoNotOverlap() {
        cycles(4, 1);

        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).from()).isEqualTo(found.get(i - 1).to());
        }
    }

    @Test
    void leavesOutASpanWithARefuelling() {
        cycles(1, 1);
        levelPct = 95;
        cycles(4, 1);

        double burntL = found.stream().mapToDouble(FuelResidual::burntL).sum();
        double expectedL = found.stream().mapToDouble(FuelResidual::expectedL).sum();
        assertThat(burntL / expectedL).isCloseTo(1, within(1e-6));
    }

    @Test
    void countsATripOnceThatIsInterrupted() {
        double tripL = hauls.trip(CLASS, true, "F1", "C").orElseThrow().litres();
        for (int i = 0; i < 4; i++) {
            say(ProductionState.HAULING, "F1", "C");
            say(ProductionState.STOPPED, "H", null);
            say(ProductionState.HAULING, "H", "C");
            levelPct -= 100 * tripL / TANK_L;
            say(ProductionState.PARKED, "C", null);
        }

        double burntL = found.stream().mapToDouble(FuelResidual::burntL).sum();
        double expectedL = found.stream().mapToDouble(FuelResidual::expectedL).sum();
        assertThat(found).isNotEmpty();
        assertThat(burntL / expectedL).isCloseTo(1, within(1e-6));
    }

    @Test
    void leavesOutAWayFromAnUnknownPlace() {
        say(ProductionState.DRIVING, "NOWHERE", "F1");
        levelPct -= 5;
        second += 2_000;
        say(ProductionState.QUEUED, "F1", null);

        assertThat(found).isEmpty();
    }

    @Test
    void leavesOutSpansWithoutALevel() {
        say(ProductionState.DRIVING, "C", "F1");
        second += 20_000;
        levels.accept(reading(ProductionState.QUEUED, "F1", null, null)).ifPresent(found::add);
        second += 20_000;
        say(ProductionState.SPOTTING, "F1", null);

        assertThat(found).isEmpty();
    }

    private void cycles(int count, double ratio) {
        for (int i = 0; i < count; i++) {
            trip(ProductionState.DRIVING, false, "C", "F1", ratio);
            idle(ProductionState.LOADING, "F1", 300, ratio);
            trip(ProductionState.HAULING, true, "F1", "C", ratio);
            idle(ProductionState.DUMPING, "C", 60, ratio);
        }
        say(ProductionState.DRIVING, "C", "F1");
    }

    private void trip(ProductionState state, boolean loaded, String from, String to, double ratio) {
        say(state, from, to);
        TripCost trip = hauls.trip(CLASS, loaded, from, to).orElseThrow();
        second += Math.round(trip.seconds());
        levelPct -= 100 * ratio * trip.litres() / TANK_L;
    }

    private void idle(ProductionState state, String at, long seconds, double ratio) {
        say(state, at, null);
        second += seconds;
        levelPct -= 100 * ratio * CLASS.idleLph() * seconds / 3_600.0 / TANK_L;
    }

    private void say(ProductionState state, String locationId, String destinationId) {
        levels.accept(reading(state, locationId, destinationId, levelPct)).ifPresent(found::add);
    }

    private Reading reading(
            ProductionState state, String locationId, String destinationId, Double level) {
        StateChange change =
                new StateChange(
                        state, null, locationId, destinationId, null, 0.0, level, null, null, null);
        return HandMine.reading(EquipmentKind.HAULTRUCK, "T1", change, null, second);
    }
}
