package io.fueloptimine.connectors.sparkplug.payload;

/**
 * One metric as it stands in a payload: births name it, later messages may use its alias only.
 *
 * @param name its name; null where the alias stands for it
 * @param alias a number that the birth gave it; null without one
 * @param timestampMillis when it was measured, ms since the epoch; null when it does not say
 * @param datatype the datatype's number; null where the birth's holds
 * @param historical whether it was kept back while the node could not send
 * @param isNull whether it has no value now
 * @param value its value as sent, {@link WireValue#ABSENT} without one; never null
 */
public record SparkplugMetric(
        String name,
        Long alias,
        Long timestampMillis,
        Integer datatype,
        boolean historical,
        boolean isNull,
        WireValue value) {

    /** A metric of a birth or a command: named, typed, alive. */
    public static SparkplugMetric of(
            String name, long timestampMillis, SparkplugDatatype datatype, WireValue value) {
        return new SparkplugMetric(
                name, null, timestampMillis, datatype.code(), false, false, value);
    }
}
