package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.models.mine.ReadingStream;

/**
 * A metric that was understood: named, timed, its value as JSON.
 *
 * @param name its name in the birth
 * @param place the stream and field it belongs to
 * @param millis when it was measured, ms since the epoch
 * @param historical whether the node kept it back
 * @param datatype its datatype's number
 * @param json its value; null when it has none
 */
record KnownMetric(
        String name, MetricName place, long millis, boolean historical, int datatype, String json) {

    boolean is(ReadingStream stream) {
        return place.stream() == stream;
    }
}
