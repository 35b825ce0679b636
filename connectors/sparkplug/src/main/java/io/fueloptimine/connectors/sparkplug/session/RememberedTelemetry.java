package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.models.message.FieldValues;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The latest telemetry values of a session, with which later readings are completed. The size of
 * these values is limited, because every reading contains them. An instance is created from the
 * session's state for each message.
 */
final class RememberedTelemetry {

    /**
     * The maximum length of one remembered value as JSON, characters. A longer value is only in the
     * reading of its own time.
     */
    static final int MAX_VALUE_LENGTH = 1_024;

    /**
     * The maximum total length of the remembered fields that are not in the schema, characters;
     * further such fields are not remembered.
     */
    static final int MAX_UNKNOWN_LENGTH = 32_768;

    private final Map<String, MetricHistory> metrics;
    private final Map<String, Remembered> remembered = new HashMap<>();
    private int unknownLength;

    private record Remembered(String field, MetricHistory history) {}

    /**
     * @param metrics the session's metrics by name; they are modified
     */
    RememberedTelemetry(Map<String, MetricHistory> metrics) {
        this.metrics = metrics;
        metrics.forEach(
                (name, history) -> {
                    MetricName place = MetricName.of(name);
                    if (isRemembered(place)) {
                        remembered.put(name, new Remembered(place.field(), history));
                        unknownLength += unknownLength(place, history);
                    }
                });
    }

    /**
     * Sets the value of a metric in a birth message.
     *
     * @param before the metric in the session before the birth message; null if it did not exist
     * @param sameConnection whether the edge node still has the same connection, so that no
     *     historical values can follow
     */
    void start(ResolvedMetric metric, MetricHistory before, boolean sameConnection) {
        if (!isRemembered(metric.place())) {
            return;
        }
        MetricHistory history = metrics.get(metric.name());
        history.start(metric.millis(), kept(metric));
        unknownLength += unknownLength(metric.place(), history);
        boolean full = unknownLength >= MAX_UNKNOWN_LENGTH;
        if (before == null || full && !isKnown(metric.place())) {
            return;
        }
        int length = unknownLength(metric.place(), history);
        if (sameConnection) {
            history.copyPrevious(before);
        } else {
            history.keepAsPrevious(before);
        }
        unknownLength += unknownLength(metric.place(), history) - length;
    }

    /** Sets the value of a metric in a data message. */
    void update(ResolvedMetric metric) {
        MetricHistory history =
                metrics.computeIfAbsent(metric.name(), unknown -> new MetricHistory());
        history.datatype = metric.datatype();
        if (!isRemembered(metric.place())) {
            return;
        }
        remembered.computeIfAbsent(
                metric.name(), unknown -> new Remembered(metric.place().field(), history));
        int length = unknownLength(metric.place(), history);
        if (metric.historical()) {
            history.updatePrevious(metric.millis(), kept(metric));
        } else {
            history.update(metric.millis(), kept(metric));
        }
        unknownLength += unknownLength(metric.place(), history) - length;
    }

    /** Adds the remembered values at a time to a reading. */
    void addTo(ReadingFields fields, long millis) {
        remembered.forEach(
                (name, value) -> {
                    String json = value.history().at(millis);
                    if (json != null) {
                        fields.put(name, value.field(), json);
                    }
                });
    }

    private String kept(ResolvedMetric metric) {
        if (metric.json() == null || metric.json().length() > MAX_VALUE_LENGTH) {
            return null;
        }
        int length = metric.place().field().length() + metric.json().length();
        boolean fits = isKnown(metric.place()) || unknownLength + length <= MAX_UNKNOWN_LENGTH;
        return fits ? metric.json() : null;
    }

    /**
     * Whether a metric is remembered. Only telemetry is remembered, because events are not
     * completed; a sequence number is not remembered, because it belongs to one message.
     */
    private static boolean isRemembered(MetricName place) {
        return place.stream() == ReadingStream.TELEMETRY
                && !MetricName.SEQUENCE.equals(place.field());
    }

    private static boolean isKnown(MetricName place) {
        return FieldValues.isKnown(place.stream(), place.field());
    }

    private static int unknownLength(MetricName place, MetricHistory history) {
        return isKnown(place)
                ? 0
                : length(place, history.current) + length(place, history.previous);
    }

    private static int length(MetricName place, String json) {
        return json == null ? 0 : place.field().length() + json.length();
    }
}
