package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.models.mine.ReadingStream;

/**
 * A metric with its name, time and value resolved.
 *
 * @param name its name in the birth
 * @param place its stream and field
 * @param millis time of measurement, ms since the epoch
 * @param historical whether the node stored it while it could not send
 * @param datatype its datatype's number
 * @param json its value as JSON; null if it has none
 */
record ResolvedMetric(
        String name, MetricName place, long millis, boolean historical, int datatype, String json) {

    boolean is(ReadingStream stream) {
        return place.stream() == stream;
    }

    /** The metric with its value unavailable. */
    ResolvedMetric withoutValue() {
        return new ResolvedMetric(name, place, millis, historical, datatype, null);
    }
}
