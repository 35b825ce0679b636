package io.fueloptimine.jobs.evaluation.stream;

import java.util.Iterator;
import java.util.function.ToLongFunction;

/**
 * The records of one topic.
 *
 * @param records the records, in the order of their times
 * @param timeMs the time at which a record is written to the topic, ms since the epoch
 */
record TopicRecords<T>(
        int number, TopicClock clock, Iterator<T> records, ToLongFunction<T> timeMs) {}
