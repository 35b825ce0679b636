package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.payload.PayloadReader;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The session of a device, or of the metrics that an edge node itself has. It contains the metrics
 * of the last birth message by name and alias, with their values. Mutable Flink state.
 */
public final class DeviceSession {

    /**
     * The number of births of the edge node when this device sent its birth message. The session is
     * invalid when the edge node has sent another birth since.
     */
    public long nodeBirths;

    /** The number of connections of the edge node when this device sent its birth message. */
    public long nodeConnections;

    /** Whether the device has sent a birth message, and no death message after it. */
    public boolean alive;

    /** The kind of machine in the birth message; null if missing. */
    public String kind;

    /** The metric names by alias. */
    public Map<Long, String> aliases = new HashMap<>();

    /** The values of each metric, by metric name. */
    public Map<String, MetricHistory> metrics = new HashMap<>();

    /**
     * The fields of the last event of each stream, with which an event that a birth message repeats
     * is recognised.
     */
    public Map<String, String> lastEvents = new HashMap<>();

    /**
     * The names and aliases that occurred in data messages, but not in the birth message. The value
     * is true if a later birth message did not contain the name or alias either, so that a further
     * rebirth request is useless.
     */
    public Map<String, Boolean> undeclared = new HashMap<>();

    /** The number of birth messages since the last readable birth message. */
    public int unreadableBirths;

    /** Used by Flink's POJO serializer. */
    public DeviceSession() {}

    /** The key of an alias in {@link #undeclared}. */
    static String aliasKey(long alias) {
        return "alias " + Long.toUnsignedString(alias);
    }

    /**
     * Processes a birth message and emits its readings. Metrics that the birth message does not
     * contain are removed.
     *
     * @param sameConnection whether the edge node still has the same connection, so that no
     *     historical values can follow
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

    /**
     * Whether a further birth message may contain a name or alias that the last birth message does
     * not contain.
     */
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

    /**
     * Emits one telemetry reading at the newest time, and those events that differ from the last
     * events of their streams.
     */
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
     * @param onlyIfNew whether the event is emitted only if it differs from the last event of its
     *     stream
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
