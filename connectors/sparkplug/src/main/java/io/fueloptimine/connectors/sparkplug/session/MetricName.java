package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Optional;

/**
 * The stream and field to which a metric belongs. They are derived from the name of the metric,
 * {@code stream/field}; without a stream in the name, the stream is telemetry.
 *
 * @param stream the stream; null for control metrics, which do not belong to readings
 * @param field the JSON field
 */
record MetricName(ReadingStream stream, String field) {

    static final String EQUIPMENT_KIND = "Properties/Equipment Kind";
    static final String BIRTH_DEATH_SEQUENCE = "bdSeq";
    static final String REBIRTH = "Node Control/Rebirth";

    /**
     * The name of the field with the sender's sequence number; its value is not repeated in later
     * readings.
     */
    static final String SEQUENCE = "sequence";

    private static final MetricName CONTROL = new MetricName(null, null);

    static MetricName of(String metric) {
        if (metric.equals(BIRTH_DEATH_SEQUENCE)
                || metric.startsWith("Node Control/")
                || metric.startsWith("Device Control/")
                || metric.startsWith("Node Info/")
                || metric.startsWith("Properties/")) {
            return CONTROL;
        }
        int slash = metric.indexOf('/');
        Optional<ReadingStream> stream =
                slash < 0
                        ? Optional.empty()
                        : ReadingStream.fromTopicName(metric.substring(0, slash));
        return stream.map(known -> new MetricName(known, metric.substring(slash + 1)))
                .orElse(new MetricName(ReadingStream.TELEMETRY, metric));
    }

    boolean isControl() {
        return stream == null;
    }
}
