package io.fueloptimine.models.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.plan.FlatMine;
import io.fueloptimine.models.dispatch.price.HaulTable;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which task comes first, on a flat mine with one fuel bay and one parking. */
class TaskPrecedenceTest {

    private static final Instant AT = FlatMine.AT;
    private static final AssignerSettings SETTINGS = AssignerSettings.defaults();

    private final MineSite site =
            FlatMine.oneRoad()
                    .unit("S2", Material.ORE, 10_000)
                    .unit("W1", Material.WASTE, 10_000)
                    .dump("D1", Material.WASTE, 0, 10_000)
                    .place("BAY", LocationKind.FUEL_BAY)
                    .place("PARK", LocationKind.PARKING)
                    .road("F-S2", "C1", 3_800)
                    .road("F-W1", "D1", 1_900)
                    .road("C1", "D1", 950)
                    .road("C1", "BAY", 500)
                    .road("BAY", "PARK", 200)
                    .target(2_000, 1_000)
                    .trucks(6, FlatMine.LARGE, "S1", "C1")
                    .build();
    private final TruckAssigner assigner = new TruckAssigner(site, SETTINGS);
    private final AssignmentTracker tracker = new AssignmentTracker(site);
    private final FleetChanges changes = new FleetChanges(site);
    private final AssignmentState state = AssignmentState.empty("flat");

    @ParameterizedTest
    @CsvSource({
        "100, LOAD, FIXED_PAIR",
        "40, LOAD, FIXED_PAIR",
        "39.9, FUEL, LOW_FUEL",
        "12, FUEL, LOW_FUEL",
        "10, FUEL, CRITICAL_FUEL",
        "0, FUEL, CRITICAL_FUEL"
    })
    void takesFuelByTheLevelOfTheTank(double levelPct, Task task, ReasonCode reason) {
        DispatchAssignment next = emptyAtCrusher(state("T1", "C1", levelPct));

        assertThat(next.task()).isEqualTo(task);
        assertThat(next.reasonCode()).isEqualTo(reason);
    }

    @Test
    void keepsAReserveForTheNextCycleAboveTheCriticalLevel() {
        // The tank ends the next cycle of the pair at exactly the critical level, or just above.
        HaulTable hauls = new HaulTable(site, List.of(), 0);
        double cycleL =
                hauls.trip(FlatMine.LARGE, false, "C1", "F-S1").orElseThrow().litres()
                        + hauls.trip(FlatMine.LARGE, true, "F-S1", "C1").orElseThrow().litres();
        double reservePct = SETTINGS.criticalFuelPct() + 100 * cycleL / FlatMine.LARGE.tankL();

        assertThat(emptyAtCrusher(state("T1", "C1", reservePct - 0.001)).reasonCode())
                .isEqualTo(ReasonCode.CRITICAL_FUEL);
        assertThat(emptyAtCrusher(state("T1", "C1", reservePct + 0.001)).reasonCode())
                .isEqualTo(ReasonCode.LOW_FUEL);
    }

    @Test
    void doesNotRefuelATruckOfUnknownLevel() {
        assertThat(emptyAtCrusher(state).task()).isEqualTo(Task.LOAD);
        assertThat(emptyAtCrusher(state("T1", "C1", null)).task()).isEqualTo(Task.LOAD);
    }

    @Test
    void keepsTheLastKnownLevelWhenAStateReportsNone() {
        AssignmentState low = state("T1", "C1", 8.0);
        StateChange noLevel = change(ProductionState.DUMPING, "C1", null, null);

        AssignmentState later = changes.truck(low, "T1", noLevel, AT.plusSeconds(5));

        assertThat(emptyAtCrusher(later).reasonCode()).isEqualTo(ReasonCode.CRITICAL_FUEL);
    }

    @Test
    void loadsALowTruckWhenTheBayIsDownAndRefuelsNoLoadedTruck() {
        AssignmentState low = state("T1", "C1", 5.0);

        assertThat(emptyAtCrusher(changes.machine(low, "BAY", false)).task()).isEqualTo(Task.LOAD);
        assertThat(assign(low, TruckRequest.loaded("T1", "F-S1", "S1", AT)).task())
                .isEqualTo(Task.OFFLOAD);
    }

    @Test
    void choosesAnotherUnitWhenThePairedOneIsDownAndReturnsWhenItIsUp() {
        AssignmentState down = changes.machine(state, "S1", false);

        assertThat(emptyAtCrusher(down).destinationEquipmentId()).isNotEqualTo("S1").isNotNull();
        assertThat(emptyAtCrusher(changes.machine(down, "S1", true)).destinationEquipmentId())
                .isEqualTo("S1");
    }

    @Test
    void parksWhenNoLoadingUnitIsLeft() {
        AssignmentState none = state;
        for (var unit : site.loadingUnits()) {
            none = changes.machine(none, unit.id(), false);
        }

        DispatchAssignment next = emptyAtCrusher(none);

        assertThat(next.task()).isEqualTo(Task.PARK);
        assertThat(next.destinationId()).isEqualTo("PARK");
        assertThat(next.reasonCode()).isEqualTo(ReasonCode.NO_LOADING_UNIT);
    }

    @Test
    void waitsLoadedWhenEveryDumpOfItsMaterialIsDown() {
        AssignmentState noCrusher = changes.machine(state, "C1", false);

        DispatchAssignment next = assign(noCrusher, TruckRequest.loaded("T1", "F-S1", "S1", AT));

        assertThat(next.task()).isEqualTo(Task.WAIT);
        assertThat(next.destinationId()).isEqualTo("F-S1");
        assertThat(next.reasonCode()).isEqualTo(ReasonCode.NO_WAY);
    }

    @Test
    void findsTheMaterialByTheUnitThenByTheFaceThenByThePair() {
        assertThat(assign(state, TruckRequest.loaded("T1", "F-S1", "W1", AT)).destinationId())
                .isEqualTo("D1");
        assertThat(assign(state, TruckRequest.loaded("T1", "F-W1", null, AT)).destinationId())
                .isEqualTo("D1");
        assertThat(assign(state, TruckRequest.loaded("T1", "C1", null, AT)).destinationId())
                .isEqualTo("C1");
    }

    @Test
    void startsFromTheLastKnownPlaceElseFromThePairedDump() {
        AssignmentState atBay = state("T1", "BAY", 90.0);

        assertThat(assign(atBay, TruckRequest.empty("T1", null, AT)).routeSegmentIds())
                .containsExactly("C1:BAY", "F-S1:C1");
        assertThat(assign(state, TruckRequest.empty("T1", null, AT)).routeSegmentIds())
                .containsExactly("F-S1:C1");
    }

    @Test
    void limitsTheTrucksAtOneBayToItsPlacesForLowButNotForCriticalTanks() {
        AssignmentState current = state;
        for (int i = 1; i <= SETTINGS.fuelBayPlaces(); i++) {
            current = state(current, "T" + i, "C1", 30.0);
            current =
                    assigner.assign(current, TruckRequest.empty("T" + i, "C1", AT))
                            .orElseThrow()
                            .state();
        }

        assertThat(assign(state(current, "T5", "C1", 30.0), TruckRequest.empty("T5", "C1", AT)))
                .satisfies(next -> assertThat(next.task()).isEqualTo(Task.LOAD));
        assertThat(assign(state(current, "T5", "C1", 9.0), TruckRequest.empty("T5", "C1", AT)))
                .satisfies(
                        next -> assertThat(next.reasonCode()).isEqualTo(ReasonCode.CRITICAL_FUEL));
    }

    @Test
    void makesAnAssignmentValidFromTheTimeAtWhichTheTruckBecameFree() {
        DispatchAssignment next = emptyAtCrusher(state);

        assertThat(next.assignmentId()).isEqualTo("flat/T1/LOAD/" + AT.toEpochMilli());
        assertThat(emptyAtCrusher(state)).isEqualTo(next);
    }

    private DispatchAssignment emptyAtCrusher(AssignmentState current) {
        return assign(current, TruckRequest.empty("T1", "C1", AT));
    }

    private DispatchAssignment assign(AssignmentState current, TruckRequest request) {
        return assigner.assign(current, request).orElseThrow().assignment();
    }

    private AssignmentState state(String truckId, String place, Double levelPct) {
        return state(state, truckId, place, levelPct);
    }

    private AssignmentState state(
            AssignmentState current, String truckId, String place, Double levelPct) {
        StateChange change = change(ProductionState.DUMPING, place, levelPct, null);
        return changes.truck(current, truckId, change, AT);
    }

    private static StateChange change(
            ProductionState state, String place, Double levelPct, String reason) {
        return new StateChange(state, null, place, null, null, null, levelPct, null, null, reason);
    }
}
