package io.fueloptimine.connectors.sparkplug.payload;

/**
 * A metric of a payload. A birth message contains the name of a metric; later messages may contain
 * only its alias.
 *
 * @param name the name; null if only the alias is given
 * @param alias the number that the birth message assigned to the metric; null if missing
 * @param timestampMillis time of measurement, ms since the epoch; null if missing
 * @param datatype the number of the datatype; null if the datatype of the birth message applies
 * @param historical whether the edge node stored the value while it could not send
 * @param isNull whether the metric has no value at present
 * @param value the value as sent, {@link WireValue#ABSENT} if missing; never null
 * @param fault the reason why the metric cannot be used; null if it can be used. If there is a
 *     fault, all other components except the alias are unspecified
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

    /** Creates a metric without a fault. */
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

    /** Creates a metric of a birth message or a command, with name and datatype. */
    public static SparkplugMetric of(
            String name, long timestampMillis, SparkplugDatatype datatype, WireValue value) {
        return new SparkplugMetric(
                name, null, timestampMillis, datatype.code(), false, false, value);
    }

    /** Creates a metric that cannot be used. */
    static SparkplugMetric faulty(Long alias, SparkplugFault fault) {
        return new SparkplugMetric(null, alias, null, null, false, false, WireValue.ABSENT, fault);
    }
}
