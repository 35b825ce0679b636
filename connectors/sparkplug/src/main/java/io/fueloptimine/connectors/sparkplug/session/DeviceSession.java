package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.payload.PayloadReader;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The session of a device, or of an edge node's own metrics: the metrics of its birth by name and
 * alias, with their values. Mutable Flink state.
 */
public final class DeviceSession {

    /** The count of the node's births at its birth; an earlier one makes the session invalid. */
    public long nodeBirths;

    /** The count of the node's connections at its birth. */
    public long nodeConnections;

    /** Whether the device has sent a birth and no death since. */
    public boolean alive;

    /** The kind of equipment in the birth; null if missing. */
    public String kind;

    /** Names by alias. */
    public Map<Long, String> aliases = new HashMap<>();

    /** Values by metric name. */
    public Map<String, MetricHistory> metrics = new HashMap<>();

    /** The fields of the last event by stream, to recognise a birth that repeats it. */
    public Map<String, String> lastEvents = new HashMap<>();

    /**
     * Names and aliases that data messages contain and the birth does not; whether a birth since
     * then did not contain them either, so that another rebirth is of no use.
     */
    public Map<String, Boolean> undeclared = new HashMap<>();

    /** The number of births since the last one that could be read. */
    public int unreadableBirths;

    /** For Flink. */
    public DeviceSession() {}

    /** The key of an alias among the undeclared. */
    static String aliasKey(long alias) {
        return "alias " + Long.toUnsignedString(alias);
    }

    /**
     * Processes a birth and emits its readings. Metrics that it does not contain are removed.
     *
     * @param sameConnection whether the connection was not interrupted, so that no historical
     *     values can follow
     */
    void startSession(boolean sameConnection, BirthMetrics birth, Readings out) {
        Map<String, MetricHistory> before = metrics;
        metrics = new HashMap<>();
        aliases = new HashMap<>(birth.aliases());
        alive = true;
        unreadableBirths = 0;
        birth.datatypes()
                .forEach((name, datatype) -> metrics.put(name, MetricHistory.of(datatype)));
        useUndeclared(birth);
        RememberedTelemetry memory = new RememberedTelemetry(metrics);
        for (ResolvedMetric metric : birth.values()) {
            memory.start(metric, before.get(metric.name()), sameConnection);
        }
        emitBirth(birth.values(), memory, out);
    }

    /** Applies received values and emits the readings, in order of time. */
    void apply(List<ResolvedMetric> received, Readings out) {
        RememberedTelemetry memory = new RememberedTelemetry(metrics);
        Set<String> names = names(received);
        for (List<ResolvedMetric> together : byTime(received)) {
            for (ReadingStream stream : ReadingStream.values()) {
                List<ResolvedMetric> own = together.stream().filter(m -> m.is(stream)).toList();
                own.forEach(memory::update);
                if (own.isEmpty()) {
                    continue;
                }
                if (out.isFull()) {
                    own.forEach(out::leaveOut);
                } else if (stream == ReadingStream.TELEMETRY) {
                    out.emit(snapshot(memory, own, names, out));
                } else {
                    emitEvent(own, names, out, false);
                }
            }
        }
    }

    /** Whether a rebirth may contain a name or alias that the birth does not contain. */
    boolean isMissing(String key) {
        if (undeclared.size() >= PayloadReader.MAX_METRICS && !undeclared.containsKey(key)) {
            return false;
        }
        return !undeclared.computeIfAbsent(key, unused -> false);
    }

    private void useUndeclared(BirthMetrics birth) {
        birth.aliases().keySet().forEach(alias -> undeclared.remove(aliasKey(alias)));
        undeclared.keySet().removeAll(metrics.keySet());
        undeclared.replaceAll((key, unused) -> true);
        birth.unusableAliases().forEach(alias -> undeclared.put(aliasKey(alias), true));
    }

    /** One telemetry reading at the newest time, and the events that differ from the last ones. */
    private void emitBirth(List<ResolvedMetric> values, RememberedTelemetry memory, Readings out) {
        Set<String> names = names(values);
        List<ResolvedMetric> telemetry =
                values.stream()
                        .filter(m -> m.is(ReadingStream.TELEMETRY) && m.json() != null)
                        .toList();
        if (!telemetry.isEmpty()) {
            long newest = telemetry.stream().mapToLong(ResolvedMetric::millis).max().getAsLong();
            out.emit(
                    snapshot(
                            memory,
                            telemetry.stream().filter(m -> m.millis() == newest).toList(),
                            names,
                            out));
        }
        for (List<ResolvedMetric> together : byTime(values)) {
            for (ReadingStream stream : ReadingStream.values()) {
                List<ResolvedMetric> own = together.stream().filter(m -> m.is(stream)).toList();
                if (stream != ReadingStream.TELEMETRY && !own.isEmpty()) {
                    emitEvent(own, names, out, true);
                }
            }
        }
    }

    /**
     * @param onlyIfNew whether an event equal to the last one is not emitted
     */
    private void emitEvent(
            List<ResolvedMetric> own, Set<String> names, Readings out, boolean onlyIfNew) {
        ReadingStream stream = own.get(0).place().stream();
        ReadingFields fields = new ReadingFields(stream, names, out);
        own.forEach(metric -> fields.put(metric.name(), metric.place().field(), metric.json()));
        Map<String, String> values = fields.toMap();
        if (values.isEmpty()) {
            return;
        }
        ReadingMessage event = ReadingMessage.of(stream, own.get(0).millis(), values);
        String last = lastEvents.put(stream.topicName(), event.fields());
        if (!onlyIfNew || !event.fields().equals(last)) {
            out.emit(event);
        }
    }

    private static ReadingMessage snapshot(
            RememberedTelemetry memory, List<ResolvedMetric> own, Set<String> names, Readings out) {
        long millis = own.get(0).millis();
        ReadingFields fields = new ReadingFields(ReadingStream.TELEMETRY, names, out);
        memory.addTo(fields, millis);
        own.forEach(metric -> fields.put(metric.name(), metric.place().field(), metric.json()));
        return ReadingMessage.of(ReadingStream.TELEMETRY, millis, fields.toMap());
    }

    private static Set<String> names(List<ResolvedMetric> metrics) {
        return metrics.stream().map(ResolvedMetric::name).collect(Collectors.toSet());
    }

    private static Collection<List<ResolvedMetric>> byTime(List<ResolvedMetric> received) {
        TreeMap<Long, List<ResolvedMetric>> times = new TreeMap<>();
        received.forEach(
                metric ->
                        times.computeIfAbsent(metric.millis(), t -> new ArrayList<>()).add(metric));
        return times.values();
    }
}
