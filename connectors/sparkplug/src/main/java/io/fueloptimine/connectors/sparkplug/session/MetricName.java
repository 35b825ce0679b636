package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.models.mine.ReadingStream;
import java.util.Optional;

/**
 * Where a metric belongs: {@code stream/field}, telemetry where no stream is named.
 *
 * @param stream the stream; null for the metrics by which nodes keep house
 * @param field the JSON field
 */
record MetricName(ReadingStream stream, String field) {

    static final String EQUIPMENT_KIND = "Properties/Equipment Kind";
    static final String BIRTH_DEATH_SEQUENCE = "bdSeq";
    static final String REBIRTH = "Node Control/Rebirth";

    /** The sender's own number of a reading: belongs to one message, not to those after it. */
    static final String SEQUENCE = "sequence";

    private static final MetricName HOUSEKEEPING = new MetricName(null, null);

    static MetricName of(String metric) {
        if (metric.equals(BIRTH_DEATH_SEQUENCE)
                || metric.startsWith("Node Control/")
                || metric.startsWith("Device Control/")
                || metric.startsWith("Node Info/")
                || metric.startsWith("Properties/")) {
            return HOUSEKEEPING;
        }
        int slash = metric.indexOf('/');
        Optional<ReadingStream> stream =
                slash < 0
                        ? Optional.empty()
                        : ReadingStream.fromTopicName(metric.substring(0, slash));
        return stream.map(known -> new MetricName(known, metric.substring(slash + 1)))
                .orElse(new MetricName(ReadingStream.TELEMETRY, metric));
    }

    boolean isHousekeeping() {
        return stream == null;
    }
}
