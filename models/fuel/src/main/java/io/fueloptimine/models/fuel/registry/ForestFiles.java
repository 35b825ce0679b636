package io.fueloptimine.models.fuel.registry;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The forests of a model as XGBoost's JSON, by the names of their files. Immutable by convention:
 * the bytes are not copied.
 *
 * @param byName {@link #EXPECTED}; {@link #LOW} and {@link #HIGH} both or neither
 */
public record ForestFiles(Map<String, byte[]> byName) {

    /** The forest of the expectation, a mean. */
    public static final String EXPECTED = "model.json";

    /** The forest of the interval's lower end, a quantile. */
    public static final String LOW = "p10.json";

    /** The forest of the interval's upper end, a quantile. */
    public static final String HIGH = "p90.json";

    private static final Set<String> WITHOUT_INTERVAL = Set.of(EXPECTED);
    private static final Set<String> WITH_INTERVAL = Set.of(EXPECTED, LOW, HIGH);

    public ForestFiles {
        if (!areWhole(byName.keySet())) {
            throw new IllegalArgumentException(
                    String.format(
                            "a model of the forests %s: expected %s, or %s, %s and %s",
                            byName.keySet(), EXPECTED, EXPECTED, LOW, HIGH));
        }
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** A model without an interval. */
    public static ForestFiles of(byte[] expected) {
        return new ForestFiles(Map.of(EXPECTED, expected));
    }

    /** A model with an interval. */
    public static ForestFiles of(byte[] expected, byte[] low, byte[] high) {
        return new ForestFiles(Map.of(EXPECTED, expected, LOW, low, HIGH, high));
    }

    /** Whether these files, and no others, make a model. */
    static boolean areWhole(Set<String> files) {
        return files.equals(WITHOUT_INTERVAL) || files.equals(WITH_INTERVAL);
    }
}
