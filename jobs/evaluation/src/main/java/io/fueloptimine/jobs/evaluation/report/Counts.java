package io.fueloptimine.jobs.evaluation.report;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often each name occurs.
 *
 * @param byName the numbers by name
 */
record Counts(SortedMap<String, Integer> byName) {

    static Counts of(Stream<String> names) {
        SortedMap<String, Integer> byName = new TreeMap<>();
        names.forEach(name -> byName.merge(name, 1, Integer::sum));
        return new Counts(byName);
    }

    int of(String name) {
        return byName.getOrDefault(name, 0);
    }

    /** The names with their numbers, the most frequent first. */
    String text() {
        return byName.entrySet().stream()
                .sorted(
                        Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                                .reversed()
                                .thenComparing(Map.Entry::getKey))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
