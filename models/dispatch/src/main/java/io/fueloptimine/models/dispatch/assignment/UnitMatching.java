package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.mine.site.LoadingUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the loading unit of a truck: all trucks that are free now or soon are matched with the
 * next loads of all loading units at the least cost, and the truck gets its part of the matching.
 * The cost of a truck for a load is litres of the empty trip, litres of the load beyond those of
 * the mean truck ({@link ClassFit}), refusals, waiting, and lateness or earliness against the pace
 * of the unit. Loads above the highest rates of people are left out ({@link RateLimits}). Used for
 * a single decision.
 */
final class UnitMatching {

    /** Cost of a load that a truck cannot reach, may not get or has rejected, L. */
    private static final double UNREACHABLE_L = 1e7;

    /** Cost of a truck without a load, L. */
    private static final double WITHOUT_LOAD_L = 1e5;

    private static final double SECONDS_PER_HOUR = 3_600;

    private static final Way UNREACHABLE = new Way(0, UNREACHABLE_L);

    private final AssignerSettings settings;
    private final HaulCosts hauls;
    private final RateLimits limits;
    private final ClassFit fit;
    private final Refusals refusals;
    private final Instant at;

    /**
     * @param at time of the decision (UTC)
     */
    UnitMatching(
            AssignerSettings settings,
            HaulCosts hauls,
            RateLimits limits,
            ClassFit fit,
            Refusals refusals,
            Instant at) {
        this.settings = settings;
        this.hauls = hauls;
        this.limits = limits;
        this.fit = fit;
        this.refusals = refusals;
        this.at = at;
    }

    private record Way(double seconds, double litres) {}

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
        double[][] costs = costs(trucks, outlook.units(), slots);
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
        double earlyS = slot.inS() - self.freeInS() - wayOf(self, slot.unit()).seconds();
        return Optional.of(new Choice(slot.unit().unit(), costs[0][chosen], earlyS));
    }

    /** A row for each truck; a column for each slot, then one for each truck without a load. */
    private double[][] costs(
            List<FreeTruck> trucks, List<UnitOutlook> units, List<LoadingSlots.Slot> slots) {
        Map<UnitOutlook, Integer> numbers = new IdentityHashMap<>();
        for (UnitOutlook unit : units) {
            numbers.put(unit, numbers.size());
        }
        int[] unitOf = slots.stream().mapToInt(slot -> numbers.get(slot.unit())).toArray();
        double[][] costs = new double[trucks.size()][slots.size() + trucks.size()];
        for (int i = 0; i < trucks.size(); i++) {
            FreeTruck truck = trucks.get(i);
            Way[] ways = new Way[units.size()];
            for (int j = 0; j < slots.size(); j++) {
                int unit = unitOf[j];
                if (ways[unit] == null) {
                    ways[unit] = wayOf(truck, slots.get(j).unit());
                }
                costs[i][j] = costL(truck, slots.get(j), ways[unit]);
            }
            Arrays.fill(costs[i], slots.size(), costs[i].length, WITHOUT_LOAD_L);
        }
        return costs;
    }

    private static List<LoadingSlots.Slot> slots(FleetOutlook outlook, Pace pace, int trucks) {
        List<LoadingSlots.Slot> slots = new ArrayList<>();
        for (UnitOutlook unit : outlook.units()) {
            slots.addAll(
                    LoadingSlots.of(
                            unit,
                            pace.loadsLeft().getOrDefault(unit.unit().id(), 0.0),
                            pace.endS(unit.unit().id()),
                            trucks));
        }
        slots.sort(
                Comparator.comparingDouble(LoadingSlots.Slot::inS)
                        .thenComparing(slot -> slot.unit().unit().id()));
        return slots.subList(0, Math.min(slots.size(), 4 * trucks));
    }

    /** The empty trip; its litres include all costs of the pair that do not depend on time. */
    private Way wayOf(FreeTruck truck, UnitOutlook unit) {
        return hauls.trip(truck.truckClass(), false, truck.fromId(), unit.unit().faceId())
                .filter(trip -> isAllowed(truck, unit, trip.seconds()))
                .map(trip -> new Way(trip.seconds(), trip.litres() + besidesL(truck, unit)))
                .orElse(UNREACHABLE);
    }

    private boolean isAllowed(FreeTruck truck, UnitOutlook unit, double seconds) {
        double inS = Math.max(unit.busyS(), truck.freeInS() + seconds);
        return limits.allowsLoad(unit.unit(), truck.truckClass(), inS);
    }

    /** What the truck's load costs more than another truck's, and what its refusal costs, L. */
    private double besidesL(FreeTruck truck, UnitOutlook unit) {
        double litres = fit.excessL(truck, unit);
        for (Refusals.Refusal refusal : refusals.of(truck.truck().id())) {
            if (refusal.unitId().equals(unit.unit().id())) {
                litres += Refusals.costL(refusal, at, settings);
            }
        }
        return litres;
    }

    private double costL(FreeTruck truck, LoadingSlots.Slot slot, Way way) {
        double arrivesInS = truck.freeInS() + way.seconds();
        double waitS = Math.max(0, slot.earliestS() - arrivesInS);
        double earlyS = Math.max(0, slot.inS() - arrivesInS - waitS);
        double lateS = Math.max(0, arrivesInS - slot.inS());
        return way.litres()
                + (waitS * settings.waitingLph()
                                + earlyS * settings.earlyLph()
                                + lateS * settings.lateLph())
                        / SECONDS_PER_HOUR;
    }
}
