package io.fueloptimine.jobs.compare.statistics;

import io.fueloptimine.jobs.compare.run.Haul;
import io.fueloptimine.jobs.compare.run.Hauled;
import io.fueloptimine.jobs.compare.run.RunResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much diesel the loaded trips of a run need by a common standard: for each face and dump, the
 * mean litres of the loaded trips for one tonne. A run that hauls from nearer or flatter faces, or
 * fewer tonnes, needs fewer standard litres. The ratio of the standard litres of two runs says how
 * much haul one run did in comparison with the other. Immutable.
 *
 * <p>The litres adjusted for haul of a run are its litres times the standard litres of the
 * reference's run divided by its own: what the policy would have burnt for the reference's haul if
 * all its diesel were proportional to haul.
 */
public final class HaulStandard {

    private record Route(String faceId, String dumpId) {}

    private final Map<Route, Double> litresPerTonne;

    private HaulStandard(Map<Route, Double> litresPerTonne) {
        this.litresPerTonne = litresPerTonne;
    }

    /**
     * The standard of one variant: the mean over the reference's runs. For a face and dump that the
     * reference never hauled between, it is the mean over all runs.
     *
     * @param reference the runs of the reference policy
     * @param all the runs of all policies
     */
    public static HaulStandard of(List<RunResult> reference, List<RunResult> all) {
        Map<Route, Double> standard = means(all);
        standard.putAll(means(reference));
        return new HaulStandard(standard);
    }

    /** The standard litres of the loaded trips of a run, L. */
    public double litres(RunResult run) {
        double litres = 0;
        for (Map.Entry<Haul, Hauled> entry : run.hauled().entrySet()) {
            litres +=
                    entry.getValue().tonnes()
                            * litresPerTonne.getOrDefault(route(entry.getKey()), Double.NaN);
        }
        return litres;
    }

    /**
     * The litres of the pair's run adjusted for haul, L; NaN when one of the two runs hauled
     * nothing.
     */
    public double adjustedLitres(RunPair pair) {
        double own = litres(pair.run());
        double wanted = litres(pair.reference());
        return own > 0 && wanted > 0 ? pair.run().litres() * wanted / own : Double.NaN;
    }

    /** The adjusted litres minus the reference's litres, in percent of the reference's litres. */
    public double adjustedPercent(RunPair pair) {
        double base = pair.reference().litres();
        return 100 * (adjustedLitres(pair) - base) / base;
    }

    private static Map<Route, Double> means(List<RunResult> runs) {
        Map<Route, Hauled> sums = new HashMap<>();
        for (RunResult run : runs) {
            run.hauled().forEach((haul, what) -> sums.merge(route(haul), what, Hauled::plus));
        }
        Map<Route, Double> means = new HashMap<>();
        sums.forEach(
                (route, sum) -> {
                    if (sum.tonnes() > 0) {
                        means.put(route, sum.loadedLitres() / sum.tonnes());
                    }
                });
        return means;
    }

    private static Route route(Haul haul) {
        return new Route(haul.faceId(), haul.dumpId());
    }
}
