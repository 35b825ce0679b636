package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The metrics of a birth message, which contains names, aliases and datatypes. A faulty metric is
 * reported and does not affect other metrics. It counts as declared, because another birth message
 * would contain the same fault.
 */
final class BirthMetrics {

    private final Map<String, Integer> datatypes = new LinkedHashMap<>();
    private final Map<Long, String> aliases = new HashMap<>();
    private final Set<Long> unusableAliases = new HashSet<>();
    private final List<ResolvedMetric> values = new ArrayList<>();
    private final List<SparkplugFault> faults = new ArrayList<>();

    private BirthMetrics() {}

    static BirthMetrics of(SparkplugPayload payload) {
        BirthMetrics birth = new BirthMetrics();
        Map<String, List<SparkplugMetric>> byName = new LinkedHashMap<>();
        for (SparkplugMetric metric : payload.metrics()) {
            birth.name(metric)
                    .ifPresent(
                            name ->
                                    byName.computeIfAbsent(name, unused -> new ArrayList<>())
                                            .add(metric));
        }
        birth.unusableAliases.forEach(birth.aliases::remove);
        MetricValues readable = new MetricValues(payload, birth.faults);
        byName.forEach((name, metrics) -> birth.declare(name, metrics, readable));
        return birth;
    }

    /** The number of each metric's datatype, by metric name; 0 if unknown. */
    Map<String, Integer> datatypes() {
        return datatypes;
    }

    /** The metric names by alias. */
    Map<Long, String> aliases() {
        return aliases;
    }

    /** The aliases that several metrics have, and the aliases of metrics without a usable name. */
    Set<Long> unusableAliases() {
        return unusableAliases;
    }

    /** The metrics that have a valid time. */
    List<ResolvedMetric> values() {
        return values;
    }

    List<SparkplugFault> faults() {
        return faults;
    }

    private Optional<String> name(SparkplugMetric metric) {
        boolean unnamed = metric.name() == null || metric.name().isEmpty();
        if (metric.fault() != null || unnamed) {
            faults.add(
                    metric.fault() != null
                            ? metric.fault()
                            : new SparkplugFault("name", null, "a metric's name"));
            if (metric.alias() != null) {
                unusableAliases.add(metric.alias());
            }
            return Optional.empty();
        }
        if (metric.alias() != null) {
            String other = aliases.putIfAbsent(metric.alias(), metric.name());
            if (other != null && !other.equals(metric.name())) {
                unusableAliases.add(metric.alias());
                faults.add(
                        new SparkplugFault(
                                metric.name(),
                                "alias "
                                        + Long.toUnsignedString(metric.alias())
                                        + ", which "
                                        + other
                                        + " has too",
                                "an alias of its own"));
            }
        }
        return Optional.of(metric.name());
    }

    private void declare(String name, List<SparkplugMetric> metrics, MetricValues readable) {
        MetricName place = MetricName.of(name);
        if (place.isControl()) {
            return;
        }
        SparkplugMetric first = metrics.get(0);
        int datatype = first.datatype() == null ? 0 : first.datatype();
        if (metrics.size() > 1) {
            boolean same = metrics.stream().allMatch(m -> datatype == orZero(m.datatype()));
            datatypes.put(name, same ? datatype : 0);
            faults.add(
                    new SparkplugFault(
                            name,
                            "the metric " + metrics.size() + " times",
                            "each metric once in a birth"));
            return;
        }
        datatypes.put(name, datatype);
        readable.of(first, name, datatype).ifPresent(values::add);
    }

    private static int orZero(Integer datatype) {
        return datatype == null ? 0 : datatype;
    }
}
