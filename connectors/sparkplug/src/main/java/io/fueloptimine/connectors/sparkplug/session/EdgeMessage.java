package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.MessageType;
import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import io.fueloptimine.connectors.sparkplug.payload.WireValue;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message of an edge node with its parsed topic and payload.
 *
 * @param raw the message as received from the broker
 * @param topic the parsed topic
 * @param payload the parsed payload
 */
record EdgeMessage(RawMessage raw, SparkplugTopic topic, SparkplugPayload payload) {

    /**
     * Creates a message whose sequence number is valid, if its type requires one.
     *
     * @throws SparkplugFault if the sequence number is missing or invalid
     */
    static EdgeMessage of(RawMessage raw, SparkplugTopic topic, SparkplugPayload payload)
            throws SparkplugFault {
        Long seq = payload.seq();
        boolean valid = seq != null && seq >= 0 && seq < NodeSession.SEQUENCE_NUMBERS;
        if (!valid && topic.type() != MessageType.NDEATH) {
            throw new SparkplugFault(
                    "seq", seq == null ? null : Long.toUnsignedString(seq), "0 to 255");
        }
        return new EdgeMessage(raw, topic, payload);
    }

    /**
     * The kind of machine in a birth message; null if missing.
     *
     * @param faults receives the fault of a value that cannot be used
     */
    String kind(List<SparkplugFault> faults) {
        SparkplugMetric metric = single(MetricName.EQUIPMENT_KIND, faults);
        if (metric == null || metric.isNull()) {
            return null;
        }
        if (metric.value().form() != WireValue.Form.TEXT) {
            faults.add(
                    new SparkplugFault(
                            MetricName.EQUIPMENT_KIND, metric.value().observed(), "a text"));
            return null;
        }
        return metric.value().text();
    }

    /**
     * The sequence number, 0 to 255. Do not call this method for the death message of an edge node,
     * which has no sequence number.
     */
    int seq() {
        return payload.seq().intValue();
    }

    /**
     * The number of the connection (metric {@code bdSeq}) to which a birth or death message
     * belongs; -1 if missing.
     *
     * @param faults receives the fault of a value that cannot be used
     */
    int bdSeq(List<SparkplugFault> faults) {
        SparkplugMetric metric = single(MetricName.BIRTH_DEATH_SEQUENCE, faults);
        if (metric == null) {
            return -1;
        }
        WireValue value = metric.value();
        boolean whole = value.form() == WireValue.Form.INT || value.form() == WireValue.Form.LONG;
        if (!whole || value.bits() < 0 || value.bits() > Integer.MAX_VALUE) {
            faults.add(
                    new SparkplugFault(
                            MetricName.BIRTH_DEATH_SEQUENCE, value.observed(), "0 to 255"));
            return -1;
        }
        return (int) value.bits();
    }

    /**
     * The metric with the given name; null if there is none. It is a fault, and null is returned,
     * if several metrics with this name differ.
     */
    private SparkplugMetric single(String name, List<SparkplugFault> faults) {
        List<SparkplugMetric> found = payload.metrics(name);
        List<WireValue> values = found.stream().map(SparkplugMetric::value).distinct().toList();
        if (values.size() > 1) {
            faults.add(
                    new SparkplugFault(
                            name,
                            values.stream()
                                    .map(WireValue::observed)
                                    .collect(Collectors.joining(" and ")),
                            "one value"));
            return null;
        }
        return found.isEmpty() ? null : found.get(0);
    }
}
