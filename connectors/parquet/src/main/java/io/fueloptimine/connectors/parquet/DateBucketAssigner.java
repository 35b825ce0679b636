package io.fueloptimine.connectors.parquet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Assigns a record to the folder {@code date=YYYY-MM-DD} of its event time (UTC). When too many
 * dates are open ({@link OpenDates}), records of further dates go to the folder {@value
 * #OTHER_DATES}, which the readers of the lake know as an unknown date.
 */
final class DateBucketAssigner<T> implements BucketAssigner<T, String> {

    private static final long serialVersionUID = 1L;

    static final String OTHER_DATES = "date=__HIVE_DEFAULT_PARTITION__";

    private final SerializableFunction<T, Instant> eventTime;
    private final OpenDates openDates;

    DateBucketAssigner(SerializableFunction<T, Instant> eventTime, OpenDates openDates) {
        this.eventTime = eventTime;
        this.openDates = openDates;
    }

    @Override
    public String getBucketId(T record, Context context) {
        String date = "date=" + LocalDate.ofInstant(eventTime.apply(record), ZoneOffset.UTC);
        return openDates.open(date) ? date : OTHER_DATES;
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}
