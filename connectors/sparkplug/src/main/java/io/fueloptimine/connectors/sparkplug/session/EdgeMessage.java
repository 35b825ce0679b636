package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import io.fueloptimine.models.mine.RawMessage;

/**
 * A message of an edge node, its topic and payload read.
 *
 * @param raw as the broker handed it over
 * @param topic who speaks of what
 * @param payload what is said
 */
record EdgeMessage(RawMessage raw, SparkplugTopic topic, SparkplugPayload payload) {

    /** The kind of equipment that a birth gives; null when it gives none. */
    String kind() {
        SparkplugMetric kind = payload.metric(MetricName.EQUIPMENT_KIND);
        return kind == null || kind.isNull() ? null : kind.value().text();
    }

    /** The running number. */
    int seq() throws SparkplugFault {
        Long seq = payload.seq();
        if (seq == null || seq < 0 || seq >= NodeSession.NUMBERS) {
            throw new SparkplugFault(
                    "seq", seq == null ? null : Long.toUnsignedString(seq), "0 to 255");
        }
        return seq.intValue();
    }

    /** Which connection a birth or death speaks of; -1 where it does not say. */
    int bdSeq() throws SparkplugFault {
        SparkplugMetric metric = payload.metric(MetricName.BIRTH_DEATH_SEQUENCE);
        if (metric == null) {
            return -1;
        }
        long bits = metric.value().bits();
        if (bits < 0 || bits > Integer.MAX_VALUE) {
            throw new SparkplugFault(
                    MetricName.BIRTH_DEATH_SEQUENCE, Long.toUnsignedString(bits), "0 to 255");
        }
        return (int) bits;
    }
}
