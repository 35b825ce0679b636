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
 * What of a payload's metrics can be understood, and what is wrong with the others: one bad metric
 * does not cost the message. Not thread-safe; used for one message.
 */
final class UnderstoodMetrics {

    private final SparkplugPayload payload;
    private final DeviceSession session;
    private final List<KnownMetric> known = new ArrayList<>();
    private final Map<Long, String> aliases = new HashMap<>();
    private final List<SparkplugFault> faults = new ArrayList<>();
    private boolean strange;

    /**
     * @param session who speaks; null for a birth, whose metrics name themselves
     */
    private UnderstoodMetrics(SparkplugPayload payload, DeviceSession session) {
        this.payload = payload;
        this.session = session;
    }

    /** The metrics of a birth, which gives names, aliases and datatypes. */
    static UnderstoodMetrics ofBirth(SparkplugPayload payload) {
        return new UnderstoodMetrics(payload, null).understand();
    }

    /** The metrics of a message that relies on a birth. */
    static UnderstoodMetrics ofData(SparkplugPayload payload, DeviceSession session) {
        return new UnderstoodMetrics(payload, session).understand();
    }

    List<KnownMetric> known() {
        return known;
    }

    Map<Long, String> aliases() {
        return aliases;
    }

    List<SparkplugFault> faults() {
        return faults;
    }

    /** Whether a metric was told that no birth had introduced. */
    boolean needsRebirth() {
        return strange;
    }

    private UnderstoodMetrics understand() {
        for (SparkplugMetric metric : payload.metrics()) {
            try {
                understand(metric);
            } catch (SparkplugFault fault) {
                faults.add(fault);
            }
        }
        return this;
    }

    private void understand(SparkplugMetric metric) throws SparkplugFault {
        String name = nameOf(metric);
        if (session == null && metric.alias() != null) {
            aliases.put(metric.alias(), name);
        }
        MetricName place = MetricName.of(name);
        if (place.isHousekeeping()) {
            known.add(new KnownMetric(name, place, 0, false, 0, null));
            return;
        }
        int datatype = datatypeOf(metric, name);
        long millis = millisOf(metric, name);
        boolean empty = metric.isNull() || place.field().isEmpty();
        String json = null;
        try {
            json = empty ? null : valueOf(metric, name, place, datatype);
        } finally {
            // Unreadable now means unavailable now: the value before it would be a guess.
            known.add(new KnownMetric(name, place, millis, metric.historical(), datatype, json));
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
            strange = true;
            throw new SparkplugFault(
                    "alias", Long.toUnsignedString(metric.alias()), "an alias that the birth gave");
        }
        return name;
    }

    private int datatypeOf(SparkplugMetric metric, String name) throws SparkplugFault {
        MetricMemory memory = session == null ? null : session.metrics.get(name);
        boolean full = session != null && session.metrics.size() >= PayloadReader.MAX_METRICS;
        if (session != null && memory == null) {
            strange = true;
            if (full) {
                throw new SparkplugFault(name, "a metric more", "at most those of a birth");
            }
        }
        if (metric.datatype() != null && metric.datatype() != 0) {
            return metric.datatype();
        }
        if (memory == null) {
            throw new SparkplugFault(name, "no datatype", "a datatype, here or in the birth");
        }
        return memory.datatype;
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
            throw new SparkplugFault(name, "a metric of this name", "the time as its timestamp");
        }
        return type.json(name, metric.value());
    }
}
