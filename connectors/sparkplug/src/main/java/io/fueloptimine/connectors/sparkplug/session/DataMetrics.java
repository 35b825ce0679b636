package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.payload.PayloadReader;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The metrics of a data message, which refers to an earlier birth message. Metrics that cannot be
 * resolved are reported and do not affect other metrics. Use an instance for one message.
 */
final class DataMetrics {

    private final DeviceSession session;
    private final MetricValues readable;
    private final List<SparkplugFault> faults = new ArrayList<>();
    private final Map<NameAtTime, List<ResolvedMetric>> received = new LinkedHashMap<>();
    private final List<ResolvedMetric> values = new ArrayList<>();
    private boolean needsRebirth;

    private record NameAtTime(String name, long millis) {}

    private DataMetrics(SparkplugPayload payload, DeviceSession session) {
        this.session = session;
        this.readable = new MetricValues(payload, faults);
    }

    static DataMetrics of(SparkplugPayload payload, DeviceSession session) {
        DataMetrics data = new DataMetrics(payload, session);
        for (SparkplugMetric metric : payload.metrics()) {
            try {
                data.add(metric);
            } catch (SparkplugFault fault) {
                data.faults.add(fault);
            }
        }
        data.received.values().forEach(same -> data.values.add(data.single(same)));
        return data;
    }

    /**
     * One value per metric and time. A metric that has several values at one time has no value at
     * that time.
     */
    List<ResolvedMetric> values() {
        return values;
    }

    List<SparkplugFault> faults() {
        return faults;
    }

    /**
     * Whether a new birth message could contain a name or alias to which this message refers and
     * which is unknown.
     */
    boolean needsRebirth() {
        return needsRebirth;
    }

    private ResolvedMetric single(List<ResolvedMetric> same) {
        ResolvedMetric first = same.get(0);
        if (same.size() == 1) {
            return first;
        }
        faults.add(
                new SparkplugFault(
                        first.name(),
                        same.stream()
                                .map(value -> String.valueOf(value.json()))
                                .collect(
                                        Collectors.joining(
                                                " and ",
                                                "",
                                                " at " + Instant.ofEpochMilli(first.millis()))),
                        "one value at a time"));
        return first.withoutValue();
    }

    private void add(SparkplugMetric metric) throws SparkplugFault {
        if (metric.fault() != null) {
            throw metric.fault();
        }
        String name = nameOf(metric);
        if (MetricName.of(name).isControl()) {
            return;
        }
        readable.of(metric, name, datatypeOf(metric, name))
                .ifPresent(
                        value ->
                                received.computeIfAbsent(
                                                new NameAtTime(name, value.millis()),
                                                unused -> new ArrayList<>(1))
                                        .add(value));
    }

    private String nameOf(SparkplugMetric metric) throws SparkplugFault {
        boolean named = metric.name() != null && !metric.name().isEmpty();
        if (metric.alias() == null) {
            if (!named) {
                throw new SparkplugFault("name", null, "a metric's name");
            }
            return metric.name();
        }
        String alias = Long.toUnsignedString(metric.alias());
        String name = session.aliases.get(metric.alias());
        if (named) {
            if (name != null && !name.equals(metric.name())) {
                throw new SparkplugFault(
                        metric.name(), "the alias " + alias + " of " + name, "its own alias");
            }
            return metric.name();
        }
        if (name == null) {
            needsRebirth |= session.isMissing(DeviceSession.aliasKey(metric.alias()));
            throw new SparkplugFault("alias", alias, "an alias of one metric of the birth");
        }
        return name;
    }

    private int datatypeOf(SparkplugMetric metric, String name) throws SparkplugFault {
        MetricHistory history = session.metrics.get(name);
        if (history == null) {
            needsRebirth |= session.isMissing(name);
            if (session.metrics.size() >= PayloadReader.MAX_METRICS) {
                throw new SparkplugFault(
                        name,
                        "an additional metric",
                        "at most as many metrics as a birth can have");
            }
        }
        if (metric.datatype() != null && metric.datatype() != 0) {
            return metric.datatype();
        }
        return history == null ? 0 : history.datatype;
    }
}
