package io.fueloptimine.connectors.sparkplug.payload;

/**
 * A metric of a payload. Births contain its name; later messages may contain its alias only.
 *
 * @param name its name; null if only the alias is given
 * @param alias the number assigned by the birth; null if missing
 * @param timestampMillis time of measurement, ms since the epoch; null if missing
 * @param datatype the datatype's number; null if the birth's applies
 * @param historical whether the node stored it while it could not send
 * @param isNull whether it has no value now
 * @param value its value as sent, {@link WireValue#ABSENT} if missing; never null
 * @param fault why the metric cannot be used; null if it can. Other components except the alias are
 *     unspecified then
 */
public record SparkplugMetric(
        String name,
        Long alias,
        Long timestampMillis,
        Integer datatype,
        boolean historical,
        boolean isNull,
        WireValue value,
        SparkplugFault fault) {

    /** A metric without a fault. */
    public SparkplugMetric(
            String name,
            Long alias,
            Long timestampMillis,
            Integer datatype,
            boolean historical,
            boolean isNull,
            WireValue value) {
        this(name, alias, timestampMillis, datatype, historical, isNull, value, null);
    }

    /** A metric of a birth or a command, with name and datatype. */
    public static SparkplugMetric of(
            String name, long timestampMillis, SparkplugDatatype datatype, WireValue value) {
        return new SparkplugMetric(
                name, null, timestampMillis, datatype.code(), false, false, value);
    }

    /** A metric that cannot be used. */
    static SparkplugMetric faulty(Long alias, SparkplugFault fault) {
        return new SparkplugMetric(null, alias, null, null, false, false, WireValue.ABSENT, fault);
    }
}
