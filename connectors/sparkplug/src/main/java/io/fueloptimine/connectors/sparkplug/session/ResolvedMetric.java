package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.models.mine.reading.ReadingStream;

/**
 * A metric whose name, time and value are known.
 *
 * @param name the name in the birth message
 * @param place the stream and field of the metric
 * @param millis time of measurement, ms since the epoch
 * @param historical whether the edge node stored the value while it could not send
 * @param datatype the number of the datatype
 * @param json the value as JSON; null if there is none
 */
record ResolvedMetric(
        String name, MetricName place, long millis, boolean historical, int datatype, String json) {

    boolean is(ReadingStream stream) {
        return place.stream() == stream;
    }

    /** A copy without a value. */
    ResolvedMetric withoutValue() {
        return new ResolvedMetric(name, place, millis, historical, datatype, null);
    }
}
