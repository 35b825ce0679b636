package io.fueloptimine.connectors.sparkplug.payload;

import java.util.List;

/**
 * The payload of a Sparkplug message.
 *
 * @param timestampMillis time of sending, ms since the epoch; null if missing
 * @param seq the sequence number of the edge node's messages, 0 to 255; null in deaths and commands
 * @param metrics the metrics, in order
 */
public record SparkplugPayload(Long timestampMillis, Long seq, List<SparkplugMetric> metrics) {

    /** The first metric with a name; null if there is none. */
    public SparkplugMetric metric(String name) {
        for (SparkplugMetric metric : metrics) {
            if (name.equals(metric.name())) {
                return metric;
            }
        }
        return null;
    }
}
