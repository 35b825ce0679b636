package io.fueloptimine.connectors.sparkplug.payload;

import java.util.List;

/**
 * What one Sparkplug message carries.
 *
 * @param timestampMillis when it was sent, ms since the epoch; null when it does not say
 * @param seq the running number of the edge node's messages, 0 to 255; null in deaths and commands
 * @param metrics the metrics, in order
 */
public record SparkplugPayload(Long timestampMillis, Long seq, List<SparkplugMetric> metrics) {

    /** The first metric of a name, or null. */
    public SparkplugMetric metric(String name) {
        for (SparkplugMetric metric : metrics) {
            if (name.equals(metric.name())) {
                return metric;
            }
        }
        return null;
    }
}
