package io.fueloptimine.connectors.sparkplug.payload;

import java.util.List;

/**
 * The payload of a Sparkplug message.
 *
 * @param timestampMillis time of sending, ms since the epoch; null if missing
 * @param seq the sequence number of the edge node's messages, 0 to 255; null in deaths and commands
 * @param metrics the metrics, in order
 * @param faults the faults of the payload that do not affect its other content
 */
public record SparkplugPayload(
        Long timestampMillis,
        Long seq,
        List<SparkplugMetric> metrics,
        List<SparkplugFault> faults) {

    /** Creates a payload without faults. */
    public SparkplugPayload(Long timestampMillis, Long seq, List<SparkplugMetric> metrics) {
        this(timestampMillis, seq, metrics, List.of());
    }

    /** The first metric with the given name; null if there is none. */
    public SparkplugMetric metric(String name) {
        List<SparkplugMetric> found = metrics(name);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The metrics with the given name. */
    public List<SparkplugMetric> metrics(String name) {
        return metrics.stream().filter(metric -> name.equals(metric.name())).toList();
    }
}
