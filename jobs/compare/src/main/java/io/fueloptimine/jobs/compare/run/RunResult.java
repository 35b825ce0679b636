package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.mine.site.Material;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What one policy did in one run: one variant of the mine, one seed. Immutable.
 *
 * @param policy name of the policy, as in the option --policies
 * @param variant name of the variant, as in the option --variants; "base" without one
 * @param seed the seed
 * @param hours simulated time, h
 * @param litres diesel that the trucks burnt, L
 * @param hauled loads and tonnes by face, material and dump
 * @param times truck hours and litres by category
 * @param hangHours time that loading units waited for trucks, summed over the units, h
 * @param headGradePct mean grade of the ore hauled, weighted by tonnes, % of metal; 0 without ore
 * @param ordersAccepted orders that trucks accepted
 * @param ordersRejected orders that trucks rejected
 * @param emptyMetres distance of the empty trips from dump to face by the shortest roads, m
 * @param optimalEmptyMetres least such distance with which the same loads could have been fetched
 *     from the same dumps, m
 */
public record RunResult(
        String policy,
        String variant,
        long seed,
        double hours,
        double litres,
        Map<Haul, Hauled> hauled,
        Map<TruckTimeCategory, TimeAndFuel> times,
        double hangHours,
        double headGradePct,
        long ordersAccepted,
        long ordersRejected,
        double emptyMetres,
        double optimalEmptyMetres) {

    public RunResult {
        hauled = Collections.unmodifiableMap(new LinkedHashMap<>(hauled));
        times = Collections.unmodifiableMap(new EnumMap<>(times));
    }

    /** Everything hauled. */
    public Hauled total() {
        return sum(haul -> true);
    }

    /** Tonnes hauled, t. */
    public double tonnes() {
        return total().tonnes();
    }

    /** Diesel per tonne hauled, L/t; infinite without tonnes. */
    public double litresPerTonne() {
        return litres / tonnes();
    }

    /** Loads and tonnes of a material. */
    public Hauled of(Material material) {
        return sum(haul -> haul.material() == material);
    }

    /** Loads and tonnes from a face. */
    public Hauled fromFace(String faceId) {
        return sum(haul -> haul.faceId().equals(faceId));
    }

    /** Loads and tonnes of a material to a dump. */
    public Hauled toDump(String dumpId, Material material) {
        return sum(haul -> haul.dumpId().equals(dumpId) && haul.material() == material);
    }

    /** Truck hours and litres in a category. */
    public TimeAndFuel in(TruckTimeCategory category) {
        return times.getOrDefault(category, TimeAndFuel.NONE);
    }

    private Hauled sum(Predicate<Haul> wanted) {
        Hauled sum = Hauled.NOTHING;
        for (Map.Entry<Haul, Hauled> entry : hauled.entrySet()) {
            if (wanted.test(entry.getKey())) {
                sum = sum.plus(entry.getValue());
            }
        }
        return sum;
    }
}
