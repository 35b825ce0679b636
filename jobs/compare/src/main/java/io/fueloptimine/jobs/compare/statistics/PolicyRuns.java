package io.fueloptimine.jobs.compare.statistics;

import io.fueloptimine.jobs.compare.run.Haul;
import io.fueloptimine.jobs.compare.run.RunResult;
import io.fueloptimine.models.mine.site.Material;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The runs of one policy on one variant.
 *
 * @param policy the name of the policy
 * @param runs the runs by ascending seed, at least one
 */
public record PolicyRuns(String policy, List<RunResult> runs) {

    private static final Comparator<Haul> BY_NAMES =
            Comparator.comparing(Haul::faceId)
                    .thenComparing(Haul::material)
                    .thenComparing(Haul::dumpId);

    /** Copies the runs. */
    public PolicyRuns {
        runs = List.copyOf(runs);
    }

    /** The mean of a quantity over the runs. */
    public double mean(Quantity quantity) {
        return runs.stream().mapToDouble(quantity::of).average().orElse(Double.NaN);
    }

    /** The mean tonnes per run by face, material and dump, t; sorted by these names. */
    public SortedMap<Haul, Double> meanTonnes() {
        SortedMap<Haul, Double> means = new TreeMap<>(BY_NAMES);
        for (RunResult run : runs) {
            run.hauled()
                    .forEach(
                            (haul, what) ->
                                    means.merge(haul, what.tonnes() / runs.size(), Double::sum));
        }
        return means;
    }

    /** The head grade of all ore of the runs, weighted by tonnes, % metal; NaN without ore. */
    public double headGradePct() {
        double ore = tonnes(Material.ORE);
        double metal =
                runs.stream()
                        .mapToDouble(run -> run.headGradePct() * run.of(Material.ORE).tonnes())
                        .sum();
        return ore > 0 ? metal / ore : Double.NaN;
    }

    /** Tonnes of waste per tonne of ore over all runs; NaN without ore. */
    public double strippingRatio() {
        double ore = tonnes(Material.ORE);
        return ore > 0 ? tonnes(Material.WASTE) / ore : Double.NaN;
    }

    private double tonnes(Material material) {
        return runs.stream().mapToDouble(run -> run.of(material).tonnes()).sum();
    }
}
