package io.fueloptimine.models.dispatch.scenario;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.TruckStatus;
import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.dispatch.price.PriceCorrections;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A mine, the state of its fleet and the price of diesel: what one plan is made for. Immutable.
 *
 * @param mine the mine with its dig plan
 * @param state the state of the fleet
 * @param price the price of diesel
 */
public record PlanCase(MineSite mine, FleetFile.State state, DieselPrice price) {

    /** The situation of the fleet for the planner. */
    public FleetSituation situation() {
        List<TruckStatus> trucks = new ArrayList<>();
        for (Truck truck : mine.trucks()) {
            trucks.add(
                    new TruckStatus(
                            truck.id(),
                            state.truckPlaces().get(truck.id()),
                            null,
                            isAvailable(truck.id())));
        }
        WorkLeft work =
                state.hoursLeft() == null && state.tonnesDone().isEmpty()
                        ? null
                        : WorkLeft.of(
                                mine.digPlan(),
                                state.hoursLeft() == null
                                        ? mine.digPlan().shiftHours()
                                        : state.hoursLeft(),
                                state.tonnesDone());
        return new FleetSituation(
                mine.site(),
                state.at(),
                List.copyOf(state.closedRoads()),
                List.copyOf(state.down()),
                trucks,
                Map.of(),
                state.extraRollingResistancePct(),
                work,
                PriceCorrections.none(),
                null);
    }

    /** Whether a truck can be planned. */
    boolean isAvailable(String truckId) {
        return !state.unavailableTrucks().contains(truckId) && !state.down().contains(truckId);
    }

    PlanCase with(MineSite other) {
        return new PlanCase(other, state, price);
    }

    PlanCase with(DieselPrice other) {
        return new PlanCase(mine, state, other);
    }

    PlanCase withClosed(String roadId) {
        return with(
                new FleetFile.State(
                        state.at(),
                        state.hoursLeft(),
                        state.unavailableTrucks(),
                        state.truckPlaces(),
                        with(state.closedRoads(), roadId),
                        state.down(),
                        state.extraRollingResistancePct(),
                        state.tonnesDone()));
    }

    PlanCase withDown(String machineId) {
        return with(
                new FleetFile.State(
                        state.at(),
                        state.hoursLeft(),
                        state.unavailableTrucks(),
                        state.truckPlaces(),
                        state.closedRoads(),
                        with(state.down(), machineId),
                        state.extraRollingResistancePct(),
                        state.tonnesDone()));
    }

    PlanCase withMoreResistance(double points) {
        return with(
                new FleetFile.State(
                        state.at(),
                        state.hoursLeft(),
                        state.unavailableTrucks(),
                        state.truckPlaces(),
                        state.closedRoads(),
                        state.down(),
                        state.extraRollingResistancePct() + points,
                        state.tonnesDone()));
    }

    private PlanCase with(FleetFile.State other) {
        return new PlanCase(mine, other, price);
    }

    private static Set<String> with(Set<String> ids, String id) {
        Set<String> more = new TreeSet<>(ids);
        more.add(id);
        return more;
    }
}
