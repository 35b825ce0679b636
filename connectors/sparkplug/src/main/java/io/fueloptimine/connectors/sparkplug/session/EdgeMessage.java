package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import io.fueloptimine.models.mine.RawMessage;

/**
 * A message of an edge node with its parsed topic and payload.
 *
 * @param raw as received from the broker
 * @param topic the parsed topic
 * @param payload the parsed payload
 */
record EdgeMessage(RawMessage raw, SparkplugTopic topic, SparkplugPayload payload) {

    /** The kind of equipment in a birth; null if missing. */
    String kind() {
        SparkplugMetric kind = payload.metric(MetricName.EQUIPMENT_KIND);
        return kind == null || kind.isNull() ? null : kind.value().text();
    }

    /** The sequence number. */
    int seq() throws SparkplugFault {
        Long seq = payload.seq();
        if (seq == null || seq < 0 || seq >= NodeSession.SEQUENCE_NUMBERS) {
            throw new SparkplugFault(
                    "seq", seq == null ? null : Long.toUnsignedString(seq), "0 to 255");
        }
        return seq.intValue();
    }

    /** The connection that a birth or death belongs to; -1 if missing. */
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
