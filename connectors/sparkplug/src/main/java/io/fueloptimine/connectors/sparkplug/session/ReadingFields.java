package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.models.message.FieldValues;
import io.fueloptimine.models.message.MessageBody;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of one reading. They are selected such that the decoder does not reject the whole
 * reading. A quantity with several values is left out. Fields that would make the reading too long
 * are left out as well, beginning with fields that are not in the schema. Each metric left out is
 * reported if the message contains it.
 */
final class ReadingFields {

    /** The bytes reserved for the time, the braces and the quotation marks around names. */
    private static final int RESERVED_BYTES = 1_024;

    private static final int MAX_BYTES = MessageBody.MAX_BYTES - RESERVED_BYTES;

    private static final String TOO_LONG =
            "at most " + MessageBody.MAX_BYTES + " bytes in a reading";

    private final ReadingStream stream;
    private final Set<String> inMessage;
    private final Readings out;
    private final Map<String, Value> byMetric = new HashMap<>();

    private record Value(String metric, String field, String json) {}

    /**
     * @param inMessage the names of the message's metrics
     * @param out receives the faults
     */
    ReadingFields(ReadingStream stream, Set<String> inMessage, Readings out) {
        this.stream = stream;
        this.inMessage = inMessage;
        this.out = out;
    }

    /**
     * Sets the value of a metric; an earlier value is replaced.
     *
     * @param json the value as JSON; null if the metric has no value
     */
    void put(String metric, String field, String json) {
        if (json == null) {
            byMetric.remove(metric);
        } else {
            byMetric.put(metric, new Value(metric, field, json));
        }
    }

    /** The selected JSON values by field. */
    Map<String, String> toMap() {
        TreeMap<String, String> fields = new TreeMap<>();
        int bytes = 0;
        for (Value value : single()) {
            int size = atMostBytes(value.field()) + atMostBytes(value.json());
            if (bytes + size <= MAX_BYTES) {
                bytes += size;
                fields.put(value.field(), value.json());
            } else {
                report(value, "a value of " + value.json().length() + " characters", TOO_LONG);
            }
        }
        return fields;
    }

    /**
     * The values of quantities that have exactly one value. Values of fields in the schema come
     * first.
     */
    private List<Value> single() {
        Map<String, List<Value>> byQuantity = new TreeMap<>();
        for (Value value : byMetric.values()) {
            byQuantity
                    .computeIfAbsent(
                            FieldValues.quantityOf(stream, value.field()),
                            unused -> new ArrayList<>(1))
                    .add(value);
        }
        List<Value> single = new ArrayList<>(byQuantity.size());
        for (List<Value> values : byQuantity.values()) {
            if (values.size() == 1) {
                single.add(values.get(0));
            } else {
                reportSeveral(values);
            }
        }
        single.sort(Comparator.comparing(value -> !FieldValues.isKnown(stream, value.field())));
        return single;
    }

    private void reportSeveral(List<Value> values) {
        for (Value value : values) {
            Value other = values.get(values.get(0) == value ? 1 : 0);
            report(
                    value,
                    value.json() + " in addition to " + other.metric() + " " + other.json(),
                    "each quantity by one metric");
        }
    }

    private void report(Value value, String observed, String expected) {
        if (inMessage.contains(value.metric())) {
            out.reportOnce(new SparkplugFault(value.metric(), observed, expected));
        }
    }

    /**
     * An upper bound of the size of a text in JSON, bytes: at most three bytes per character, plus
     * quotation marks, colon and comma.
     */
    private static int atMostBytes(String text) {
        int other = (int) text.chars().filter(c -> c > 0x7F).count();
        return text.length() + 2 * other + 4;
    }
}
