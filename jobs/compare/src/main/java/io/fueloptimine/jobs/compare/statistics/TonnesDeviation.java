package io.fueloptimine.jobs.compare.statistics;

import io.fueloptimine.jobs.compare.run.Haul;
import io.fueloptimine.jobs.compare.run.Hauled;
import io.fueloptimine.jobs.compare.run.RunResult;
import io.fueloptimine.models.mine.site.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A face, or a material and a dump, whose tonnes in a run differ from those in the reference's run
 * by more than is allowed. Two runs without a deviation are comparable.
 *
 * @param place the face, or the material and the dump, for readers
 * @param referenceTonnes tonnes in the reference's run, t
 * @param tonnes tonnes in the run, t
 * @param allowedTonnes greatest difference that is allowed: 1 % of the reference's tonnes or two
 *     mean loads of the reference's run, whichever is more, t
 */
public record TonnesDeviation(
        String place, double referenceTonnes, double tonnes, double allowedTonnes) {

    private static final double ALLOWED_SHARE = 0.01;
    private static final double ALLOWED_LOADS = 2;

    /** Sums of payloads are exact up to this rounding error, t. */
    private static final double ROUNDING_T = 1e-6;

    /** The deviations of a run: faces by name, then materials and dumps by name. */
    public static List<TonnesDeviation> of(RunPair pair) {
        List<TonnesDeviation> deviations = new ArrayList<>();
        deviations.addAll(by(haul -> "face " + haul.faceId(), pair));
        deviations.addAll(by(haul -> name(haul.material()) + " to " + haul.dumpId(), pair));
        return List.copyOf(deviations);
    }

    /** Run minus reference, t. */
    public double difference() {
        return tonnes - referenceTonnes;
    }

    private static List<TonnesDeviation> by(Function<Haul, String> placeOf, RunPair pair) {
        SortedMap<String, Double> reference = tonnes(placeOf, pair.reference());
        SortedMap<String, Double> run = tonnes(placeOf, pair.run());
        double twoLoads = twoMeanLoads(pair.reference());
        SortedMap<String, Double> places = new TreeMap<>(reference);
        places.putAll(run);
        return places.keySet().stream()
                .map(
                        place -> {
                            double expected = reference.getOrDefault(place, 0.0);
                            return new TonnesDeviation(
                                    place,
                                    expected,
                                    run.getOrDefault(place, 0.0),
                                    Math.max(ALLOWED_SHARE * expected, twoLoads));
                        })
                .filter(TonnesDeviation::isTooMuch)
                .toList();
    }

    private boolean isTooMuch() {
        return Math.abs(difference()) > allowedTonnes + ROUNDING_T;
    }

    private static double twoMeanLoads(RunResult run) {
        Hauled total = run.total();
        return total.loads() == 0 ? 0 : ALLOWED_LOADS * total.tonnes() / total.loads();
    }

    private static SortedMap<String, Double> tonnes(Function<Haul, String> placeOf, RunResult run) {
        SortedMap<String, Double> tonnes = new TreeMap<>();
        for (Map.Entry<Haul, Hauled> entry : run.hauled().entrySet()) {
            tonnes.merge(placeOf.apply(entry.getKey()), entry.getValue().tonnes(), Double::sum);
        }
        return tonnes;
    }

    private static String name(Material material) {
        return material.name().toLowerCase(Locale.ROOT);
    }
}
