package io.fueloptimine.jobs.backfill.stream;

import java.util.Iterator;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The records of one topic.
 *
 * @param number the number of the topic in the clock
 * @param clock keeps the topics of a job together
 * @param from returns the records after the given number of records, in the order of their times
 * @param timeMs the time at which a record is written to the topic, ms since the epoch
 * @param selection selects the records that the job reads; the others only count as read
 */
record TopicRecords<T>(
        int number,
        TopicClock clock,
        LongFunction<Iterator<T>> from,
        ToLongFunction<T> timeMs,
        Predicate<T> selection) {}
