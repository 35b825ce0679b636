package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.models.mine.ReadingStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a device, or an edge node of itself, has told since it was born: its metrics by name and
 * alias, and what each last said. A mutable state type; all fields are for Flink.
 */
public final class DeviceSession {

    /** The node's birth that it belongs to; of an earlier one, it is not born. */
    public long birth;

    /** The node's life that it belongs to: births repeat within one. */
    public long life;

    /** Whether it was born and did not die. */
    public boolean alive;

    /** The kind of equipment that its birth gave; null when it gave none. */
    public String kind;

    /** Names by alias. */
    public Map<Long, String> aliases = new HashMap<>();

    /** By name. */
    public Map<String, MetricMemory> metrics = new HashMap<>();

    /** The fields of the last event, by its stream's name, to tell a birth's repeat of it. */
    public Map<String, String> lastEvents = new HashMap<>();

    /** For Flink. */
    public DeviceSession() {}

    /**
     * It is born, or born again: metrics that are not named any more are gone.
     *
     * @param sameLife whether it lived until now, so that nothing was kept back
     * @param names the aliases given
     * @param told every metric of the birth
     * @return the readings that the birth tells of
     */
    List<PlainMessage> beBorn(boolean sameLife, Map<Long, String> names, List<KnownMetric> told) {
        Map<String, MetricMemory> before = metrics;
        metrics = new HashMap<>();
        aliases = new HashMap<>(names);
        alive = true;
        for (KnownMetric metric : told) {
            MetricMemory memory = new MetricMemory();
            memory.datatype = metric.datatype();
            memory.born(metric.millis(), metric.json());
            MetricMemory old = before.get(metric.name());
            if (old != null && sameLife) {
                memory.keepPast(old);
            } else if (old != null) {
                memory.survive(old);
            }
            metrics.put(metric.name(), memory);
        }
        return tellOfBirth(told);
    }

    /** Takes values; the readings they make, in order of time. */
    List<PlainMessage> take(List<KnownMetric> told) {
        List<PlainMessage> messages = new ArrayList<>();
        for (List<KnownMetric> together : byTime(told)) {
            for (ReadingStream stream : ReadingStream.values()) {
                List<KnownMetric> own = together.stream().filter(m -> m.is(stream)).toList();
                if (own.isEmpty()) {
                    continue;
                }
                own.forEach(this::remember);
                if (stream == ReadingStream.TELEMETRY) {
                    messages.add(picture(own));
                } else if (own.stream().anyMatch(metric -> metric.json() != null)) {
                    messages.add(event(own));
                }
            }
        }
        return messages;
    }

    private void remember(KnownMetric metric) {
        MetricMemory memory = metrics.computeIfAbsent(metric.name(), unknown -> new MetricMemory());
        memory.datatype = metric.datatype();
        if (metric.historical()) {
            memory.tellPast(metric.millis(), metric.json());
        } else {
            memory.tell(metric.millis(), metric.json());
        }
    }

    /** One picture at the newest time; of events only those that differ from the last ones. */
    private List<PlainMessage> tellOfBirth(List<KnownMetric> told) {
        List<KnownMetric> telemetry =
                told.stream()
                        .filter(m -> m.is(ReadingStream.TELEMETRY) && m.json() != null)
                        .toList();
        List<PlainMessage> messages = new ArrayList<>();
        if (!telemetry.isEmpty()) {
            long newest = telemetry.stream().mapToLong(KnownMetric::millis).max().getAsLong();
            messages.add(picture(telemetry.stream().filter(m -> m.millis() == newest).toList()));
        }
        for (List<KnownMetric> together : byTime(told)) {
            for (ReadingStream stream : ReadingStream.values()) {
                List<KnownMetric> own =
                        together.stream().filter(m -> m.is(stream) && m.json() != null).toList();
                if (stream != ReadingStream.TELEMETRY && !own.isEmpty()) {
                    addUnlessKnown(messages, stream, own);
                }
            }
        }
        return messages;
    }

    private void addUnlessKnown(
            List<PlainMessage> messages, ReadingStream stream, List<KnownMetric> own) {
        String last = lastEvents.get(stream.topicName());
        PlainMessage event = event(own);
        if (!event.fields().equals(last)) {
            messages.add(event);
        }
    }

    private PlainMessage event(List<KnownMetric> own) {
        TreeMap<String, String> fields = new TreeMap<>();
        own.forEach(metric -> fields.put(metric.place().field(), metric.json()));
        PlainMessage event =
                PlainMessage.of(own.get(0).place().stream(), own.get(0).millis(), fields);
        lastEvents.put(event.stream().topicName(), event.fields());
        return event;
    }

    private PlainMessage picture(List<KnownMetric> own) {
        long millis = own.get(0).millis();
        TreeMap<String, String> fields = new TreeMap<>();
        metrics.forEach(
                (name, memory) -> {
                    MetricName place = MetricName.of(name);
                    boolean lasting = !MetricName.SEQUENCE.equals(place.field());
                    if (place.stream() == ReadingStream.TELEMETRY && lasting) {
                        fields.put(place.field(), memory.at(millis));
                    }
                });
        own.forEach(metric -> fields.put(metric.place().field(), metric.json()));
        return PlainMessage.of(ReadingStream.TELEMETRY, millis, fields);
    }

    private static Collection<List<KnownMetric>> byTime(List<KnownMetric> told) {
        TreeMap<Long, List<KnownMetric>> times = new TreeMap<>();
        told.stream()
                .filter(metric -> !metric.place().isHousekeeping())
                .forEach(
                        metric ->
                                times.computeIfAbsent(metric.millis(), t -> new ArrayList<>())
                                        .add(metric));
        return times.values();
    }
}
