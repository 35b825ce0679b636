package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.LoadingUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the loading unit of a truck: all trucks that are free now or soon are matched with the
 * next loads of all loading units at the least cost, and the truck gets its part of the matching.
 * The cost of a truck for a load is litres of the empty trip, waiting, and lateness or earliness
 * against the pace of the unit. Used for a single decision.
 */
final class UnitMatching {

    /** Cost of a load that a truck cannot reach or has rejected, L. */
    private static final double UNREACHABLE_L = 1e7;

    /** Cost of a truck without a load, L. */
    private static final double WITHOUT_LOAD_L = 1e5;

    private static final double SECONDS_PER_HOUR = 3_600;

    private final AssignerSettings settings;
    private final HaulCosts hauls;

    UnitMatching(AssignerSettings settings, HaulCosts hauls) {
        this.settings = settings;
        this.hauls = hauls;
    }

    /**
     * The load to which a truck is sent.
     *
     * @param unit the loading unit
     * @param costL cost of the truck for this load, L
     * @param earlyS time by which the truck arrives before the load should begin, s; negative when
     *     it arrives later
     */
    record Choice(LoadingUnit unit, double costL, double earlyS) {}

    /**
     * The load of a truck.
     *
     * @param refused faces to which the truck is not sent
     * @param preferred cost that is added at a loading unit, L
     * @return empty when no load is left for the truck
     */
    Optional<Choice> choose(
            FreeTruck self,
            FleetOutlook outlook,
            Pace pace,
            List<String> refused,
            Map<String, Double> preferred) {
        List<FreeTruck> trucks = new ArrayList<>();
        trucks.add(self);
        outlook.soonFree().stream()
                .filter(other -> other.freeInS() <= settings.lookAheadS())
                .sorted(
                        Comparator.comparingDouble(FreeTruck::freeInS)
                                .thenComparing(other -> other.truck().id()))
                .limit(settings.mostMatched() - 1L)
                .forEach(trucks::add);
        List<LoadingSlots.Slot> slots = slots(outlook, pace, trucks.size());
        double[][] costs = new double[trucks.size()][slots.size() + trucks.size()];
        Map<String, Optional<TripCost>> trips = new HashMap<>();
        for (int i = 0; i < trucks.size(); i++) {
            for (int j = 0; j < costs[i].length; j++) {
                costs[i][j] =
                        j < slots.size()
                                ? costL(trucks.get(i), slots.get(j), trips)
                                : WITHOUT_LOAD_L;
            }
        }
        for (int j = 0; j < slots.size(); j++) {
            LoadingUnit unit = slots.get(j).unit().unit();
            costs[0][j] +=
                    refused.contains(unit.faceId())
                            ? UNREACHABLE_L
                            : preferred.getOrDefault(unit.id(), 0.0);
        }
        int chosen = MinimumCostMatching.columnsOf(costs)[0];
        if (chosen >= slots.size() || costs[0][chosen] >= UNREACHABLE_L) {
            return Optional.empty();
        }
        LoadingSlots.Slot slot = slots.get(chosen);
        double travelS = trip(self, slot, trips).map(TripCost::seconds).orElse(0.0);
        double earlyS = slot.inS() - self.freeInS() - travelS;
        return Optional.of(new Choice(slot.unit().unit(), costs[0][chosen], earlyS));
    }

    private static List<LoadingSlots.Slot> slots(FleetOutlook outlook, Pace pace, int trucks) {
        List<LoadingSlots.Slot> slots = new ArrayList<>();
        for (UnitOutlook unit : outlook.units()) {
            slots.addAll(
                    LoadingSlots.of(
                            unit,
                            pace.loadsLeft().getOrDefault(unit.unit().id(), 0.0),
                            pace.endS(),
                            trucks));
        }
        slots.sort(
                Comparator.comparingDouble(LoadingSlots.Slot::inS)
                        .thenComparing(slot -> slot.unit().unit().id()));
        return slots.subList(0, Math.min(slots.size(), 4 * trucks));
    }

    private Optional<TripCost> trip(
            FreeTruck truck, LoadingSlots.Slot slot, Map<String, Optional<TripCost>> trips) {
        String faceId = slot.unit().unit().faceId();
        return trips.computeIfAbsent(
                truck.truckClass().name() + '|' + truck.fromId() + '|' + faceId,
                unused -> hauls.trip(truck.truckClass(), false, truck.fromId(), faceId));
    }

    private double costL(
            FreeTruck truck, LoadingSlots.Slot slot, Map<String, Optional<TripCost>> trips) {
        Optional<TripCost> trip = trip(truck, slot, trips);
        if (trip.isEmpty()) {
            return UNREACHABLE_L;
        }
        double arrivesInS = truck.freeInS() + trip.get().seconds();
        double waitS = Math.max(0, slot.earliestS() - arrivesInS);
        double earlyS = Math.max(0, slot.inS() - arrivesInS - waitS);
        double lateS = Math.max(0, arrivesInS - slot.inS());
        return trip.get().litres()
                + (waitS * settings.waitingLph()
                                + earlyS * settings.earlyLph()
                                + lateS * settings.lateLph())
                        / SECONDS_PER_HOUR;
    }
}
