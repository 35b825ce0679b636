package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.payload.EpochMillis;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugDatatype;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import io.fueloptimine.connectors.sparkplug.payload.WireValue;
import io.fueloptimine.models.message.FieldValues;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads times and values of the metrics of one payload. Each value is checked by the rules of the
 * message decoder, because the decoder would reject a whole reading for one invalid value.
 */
final class MetricValues {

    private static final String TIME_FIELD = "time";

    private final SparkplugPayload payload;
    private final List<SparkplugFault> faults;

    /**
     * @param faults receives the faults of the metrics
     */
    MetricValues(SparkplugPayload payload, List<SparkplugFault> faults) {
        this.payload = payload;
        this.faults = faults;
    }

    /**
     * The metric with its time and value; empty if the time is invalid. An invalid value counts as
     * unavailable, because the earlier value of the metric may no longer be correct.
     *
     * @param datatype the number of the datatype; 0 if unknown
     */
    Optional<ResolvedMetric> of(SparkplugMetric metric, String name, int datatype) {
        MetricName place = MetricName.of(name);
        String json = null;
        try {
            json = metric.isNull() ? null : json(metric, name, place, datatype);
        } catch (SparkplugFault fault) {
            faults.add(fault);
        }
        Long millis =
                metric.timestampMillis() != null
                        ? metric.timestampMillis()
                        : payload.timestampMillis();
        if (millis == null || !EpochMillis.isPlausible(millis)) {
            faults.add(
                    new SparkplugFault(
                            name,
                            millis == null
                                    ? "no timestamp"
                                    : "timestamp " + EpochMillis.observed(millis),
                            EpochMillis.EXPECTED));
            return Optional.empty();
        }
        return Optional.of(
                new ResolvedMetric(name, place, millis, metric.historical(), datatype, json));
    }

    private static String json(SparkplugMetric metric, String name, MetricName place, int datatype)
            throws SparkplugFault {
        if (datatype == 0) {
            throw new SparkplugFault(
                    name, "no datatype", "a datatype in the metric or in its birth");
        }
        SparkplugDatatype type = SparkplugDatatype.ofCode(datatype);
        if (type == null) {
            throw new SparkplugFault(
                    name,
                    "datatype " + Integer.toUnsignedString(datatype),
                    "one of the basic datatypes, 1 to 15");
        }
        requireField(name, place);
        String json = type.json(name, metric.value());
        requireValid(metric, name, place, json);
        return json;
    }

    private static void requireField(String name, MetricName place) throws SparkplugFault {
        if (place.field().equals(TIME_FIELD)) {
            throw new SparkplugFault(
                    name, "a metric of this name", "the time in the timestamp of the metric");
        }
        int bytes = place.field().getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > FieldValues.MAX_NAME_BYTES) {
            throw new SparkplugFault(
                    name,
                    "a field name of " + bytes + " bytes",
                    "1 to " + FieldValues.MAX_NAME_BYTES + " bytes after the stream");
        }
    }

    private static void requireValid(
            SparkplugMetric metric, String name, MetricName place, String json)
            throws SparkplugFault {
        Optional<String> expected = FieldValues.expected(place.stream(), place.field(), json);
        if (expected.isPresent()) {
            boolean isText = metric.value().form() == WireValue.Form.TEXT;
            throw new SparkplugFault(name, isText ? metric.value().text() : json, expected.get());
        }
        if (FieldValues.isWholeNumber(place.stream(), place.field())
                && !metric.value().isExactIfWhole()) {
            throw new SparkplugFault(
                    name,
                    json,
                    "an integer datatype, because larger whole numbers are rounded in this one");
        }
    }
}
