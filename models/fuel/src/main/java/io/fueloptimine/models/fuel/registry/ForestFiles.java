package io.fueloptimine.models.fuel.registry;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The forests of a model in XGBoost's JSON format, by file name. Immutable by convention: the bytes
 * are not copied.
 *
 * @param byName {@link #EXPECTED}, and either both or none of {@link #LOW} and {@link #HIGH}
 */
public record ForestFiles(Map<String, byte[]> byName) {

    /** The file name of the forest that predicts the expected value (mean). */
    public static final String EXPECTED = "model.json";

    /**
     * The file name of the forest that predicts the lower end of the interval (10th percentile).
     */
    public static final String LOW = "p10.json";

    /**
     * The file name of the forest that predicts the upper end of the interval (90th percentile).
     */
    public static final String HIGH = "p90.json";

    private static final Set<String> WITHOUT_INTERVAL = Set.of(EXPECTED);
    private static final Set<String> WITH_INTERVAL = Set.of(EXPECTED, LOW, HIGH);

    public ForestFiles {
        if (!areComplete(byName.keySet())) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a model of the forests %s: expected %s, or %s, %s and %s",
                            byName.keySet(),
                            EXPECTED,
                            EXPECTED,
                            LOW,
                            HIGH));
        }
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** Creates the files of a model without an interval. */
    public static ForestFiles of(byte[] expected) {
        return new ForestFiles(Map.of(EXPECTED, expected));
    }

    /** Creates the files of a model with an interval. */
    public static ForestFiles of(byte[] expected, byte[] low, byte[] high) {
        return new ForestFiles(Map.of(EXPECTED, expected, LOW, low, HIGH, high));
    }

    /** Whether this is the complete set of files of a model. */
    static boolean areComplete(Set<String> files) {
        return files.equals(WITHOUT_INTERVAL) || files.equals(WITH_INTERVAL);
    }
}
