package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.payload.PayloadReader;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugDatatype;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Resolves the metrics of a payload and collects the faults of those it cannot resolve: one faulty
 * metric does not reject the others. Not thread-safe; used for one message.
 */
final class ResolvedMetrics {

    private final SparkplugPayload payload;
    private final DeviceSession session;
    private final List<ResolvedMetric> known = new ArrayList<>();
    private final Map<Long, String> aliases = new HashMap<>();
    private final List<SparkplugFault> faults = new ArrayList<>();
    private boolean undeclared;

    /**
     * @param session the session of the sender; null for a birth, whose metrics have names
     */
    private ResolvedMetrics(SparkplugPayload payload, DeviceSession session) {
        this.payload = payload;
        this.session = session;
    }

    /** The metrics of a birth, which contains names, aliases and datatypes. */
    static ResolvedMetrics ofBirth(SparkplugPayload payload) {
        return new ResolvedMetrics(payload, null).resolve();
    }

    /** The metrics of a data message, which refers to a birth. */
    static ResolvedMetrics ofData(SparkplugPayload payload, DeviceSession session) {
        return new ResolvedMetrics(payload, session).resolve();
    }

    List<ResolvedMetric> known() {
        return known;
    }

    Map<Long, String> aliases() {
        return aliases;
    }

    List<SparkplugFault> faults() {
        return faults;
    }

    /** Whether there is a metric that the birth does not contain. */
    boolean needsRebirth() {
        return undeclared;
    }

    private ResolvedMetrics resolve() {
        for (SparkplugMetric metric : payload.metrics()) {
            try {
                resolve(metric);
            } catch (SparkplugFault fault) {
                faults.add(fault);
            }
        }
        return this;
    }

    private void resolve(SparkplugMetric metric) throws SparkplugFault {
        String name = nameOf(metric);
        if (session == null && metric.alias() != null) {
            aliases.put(metric.alias(), name);
        }
        MetricName place = MetricName.of(name);
        if (place.isControl()) {
            known.add(new ResolvedMetric(name, place, 0, false, 0, null));
            return;
        }
        int datatype = datatypeOf(metric, name);
        long millis = millisOf(metric, name);
        boolean empty = metric.isNull() || place.field().isEmpty();
        String json = null;
        try {
            json = empty ? null : valueOf(metric, name, place, datatype);
        } finally {
            // An unreadable value counts as unavailable, because the value before it may be wrong.
            known.add(new ResolvedMetric(name, place, millis, metric.historical(), datatype, json));
        }
    }

    private String nameOf(SparkplugMetric metric) throws SparkplugFault {
        if (metric.name() != null && !metric.name().isEmpty()) {
            return metric.name();
        }
        if (metric.alias() == null || session == null) {
            throw new SparkplugFault("name", null, "a metric's name");
        }
        String name = session.aliases.get(metric.alias());
        if (name == null) {
            undeclared = true;
            throw new SparkplugFault(
                    "alias", Long.toUnsignedString(metric.alias()), "an alias from the birth");
        }
        return name;
    }

    private int datatypeOf(SparkplugMetric metric, String name) throws SparkplugFault {
        MetricHistory history = session == null ? null : session.metrics.get(name);
        boolean full = session != null && session.metrics.size() >= PayloadReader.MAX_METRICS;
        if (session != null && history == null) {
            undeclared = true;
            if (full) {
                throw new SparkplugFault(
                        name,
                        "an additional metric",
                        "at most as many metrics as a birth can have");
            }
        }
        if (metric.datatype() != null && metric.datatype() != 0) {
            return metric.datatype();
        }
        if (history == null) {
            throw new SparkplugFault(
                    name, "no datatype", "a datatype in the metric or in its birth");
        }
        return history.datatype;
    }

    private long millisOf(SparkplugMetric metric, String name) throws SparkplugFault {
        Long millis =
                metric.timestampMillis() != null
                        ? metric.timestampMillis()
                        : payload.timestampMillis();
        if (millis == null || !SparkplugDatatype.isInCalendar(millis)) {
            throw new SparkplugFault(
                    name,
                    millis == null ? "no timestamp" : "timestamp " + Long.toUnsignedString(millis),
                    "ms since the epoch, in the years 1970 to 9998");
        }
        return millis;
    }

    private static String valueOf(
            SparkplugMetric metric, String name, MetricName place, int datatype)
            throws SparkplugFault {
        SparkplugDatatype type = SparkplugDatatype.ofCode(datatype);
        if (type == null) {
            throw new SparkplugFault(
                    name, "datatype " + datatype, "one of the basic datatypes, 1 to 15");
        }
        if (place.field().equals("time")) {
            throw new SparkplugFault(
                    name, "a metric of this name", "the time in the timestamp of the metric");
        }
        return type.json(name, metric.value());
    }
}
