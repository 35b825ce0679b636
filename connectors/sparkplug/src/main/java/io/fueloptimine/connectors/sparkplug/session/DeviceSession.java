package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.models.mine.ReadingStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** For Flink. */
    public DeviceSession() {}

    /**
     * Processes a birth. Metrics that it does not contain are removed.
     *
     * @param sameConnection whether the connection was not interrupted, so that no historical
     *     values can follow
     * @param names names by alias
     * @param reported every metric of the birth
     * @return the readings in the birth
     */
    List<ReadingMessage> startSession(
            boolean sameConnection, Map<Long, String> names, List<ResolvedMetric> reported) {
        Map<String, MetricHistory> before = metrics;
        metrics = new HashMap<>();
        aliases = new HashMap<>(names);
        alive = true;
        for (ResolvedMetric metric : reported) {
            MetricHistory history = new MetricHistory();
            history.datatype = metric.datatype();
            history.start(metric.millis(), metric.json());
            MetricHistory old = before.get(metric.name());
            if (old != null && sameConnection) {
                history.copyPrevious(old);
            } else if (old != null) {
                history.keepAsPrevious(old);
            }
            metrics.put(metric.name(), history);
        }
        return birthMessages(reported);
    }

    /** Applies received values and returns the readings, in order of time. */
    List<ReadingMessage> apply(List<ResolvedMetric> reported) {
        List<ReadingMessage> messages = new ArrayList<>();
        for (List<ResolvedMetric> together : byTime(reported)) {
            for (ReadingStream stream : ReadingStream.values()) {
                List<ResolvedMetric> own = together.stream().filter(m -> m.is(stream)).toList();
                if (own.isEmpty()) {
                    continue;
                }
                own.forEach(this::remember);
                if (stream == ReadingStream.TELEMETRY) {
                    messages.add(snapshot(own));
                } else if (own.stream().anyMatch(metric -> metric.json() != null)) {
                    messages.add(event(own));
                }
            }
        }
        return messages;
    }

    private void remember(ResolvedMetric metric) {
        MetricHistory history =
                metrics.computeIfAbsent(metric.name(), unknown -> new MetricHistory());
        history.datatype = metric.datatype();
        if (metric.historical()) {
            history.updatePrevious(metric.millis(), metric.json());
        } else {
            history.update(metric.millis(), metric.json());
        }
    }

    /** One telemetry reading at the newest time, and the events that differ from the last ones. */
    private List<ReadingMessage> birthMessages(List<ResolvedMetric> reported) {
        List<ResolvedMetric> telemetry =
                reported.stream()
                        .filter(m -> m.is(ReadingStream.TELEMETRY) && m.json() != null)
                        .toList();
        List<ReadingMessage> messages = new ArrayList<>();
        if (!telemetry.isEmpty()) {
            long newest = telemetry.stream().mapToLong(ResolvedMetric::millis).max().getAsLong();
            messages.add(snapshot(telemetry.stream().filter(m -> m.millis() == newest).toList()));
        }
        for (List<ResolvedMetric> together : byTime(reported)) {
            for (ReadingStream stream : ReadingStream.values()) {
                List<ResolvedMetric> own =
                        together.stream().filter(m -> m.is(stream) && m.json() != null).toList();
                if (stream != ReadingStream.TELEMETRY && !own.isEmpty()) {
                    addIfChanged(messages, stream, own);
                }
            }
        }
        return messages;
    }

    private void addIfChanged(
            List<ReadingMessage> messages, ReadingStream stream, List<ResolvedMetric> own) {
        String last = lastEvents.get(stream.topicName());
        ReadingMessage event = event(own);
        if (!event.fields().equals(last)) {
            messages.add(event);
        }
    }

    private ReadingMessage event(List<ResolvedMetric> own) {
        TreeMap<String, String> fields = new TreeMap<>();
        own.forEach(metric -> fields.put(metric.place().field(), metric.json()));
        ReadingMessage event =
                ReadingMessage.of(own.get(0).place().stream(), own.get(0).millis(), fields);
        lastEvents.put(event.stream().topicName(), event.fields());
        return event;
    }

    private ReadingMessage snapshot(List<ResolvedMetric> own) {
        long millis = own.get(0).millis();
        TreeMap<String, String> fields = new TreeMap<>();
        metrics.forEach(
                (name, history) -> {
                    MetricName place = MetricName.of(name);
                    boolean keepsValue = !MetricName.SEQUENCE.equals(place.field());
                    if (place.stream() == ReadingStream.TELEMETRY && keepsValue) {
                        fields.put(place.field(), history.at(millis));
                    }
                });
        own.forEach(metric -> fields.put(metric.place().field(), metric.json()));
        return ReadingMessage.of(ReadingStream.TELEMETRY, millis, fields);
    }

    private static Collection<List<ResolvedMetric>> byTime(List<ResolvedMetric> reported) {
        TreeMap<Long, List<ResolvedMetric>> times = new TreeMap<>();
        reported.stream()
                .filter(metric -> !metric.place().isControl())
                .forEach(
                        metric ->
                                times.computeIfAbsent(metric.millis(), t -> new ArrayList<>())
                                        .add(metric));
        return times.values();
    }
}
