package io.fueloptimine.connectors.parquet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;
import org.apache.flink.util.function.SerializableFunction;

/** Assigns a record to the folder {@code date=YYYY-MM-DD} of the record's event time (UTC). */
final class DateBucketAssigner<T> implements BucketAssigner<T, String> {

    private static final long serialVersionUID = 1L;

    private final SerializableFunction<T, Instant> eventTime;

    DateBucketAssigner(SerializableFunction<T, Instant> eventTime) {
        this.eventTime = eventTime;
    }

    @Override
    public String getBucketId(T record, Context context) {
        return "date=" + LocalDate.ofInstant(eventTime.apply(record), ZoneOffset.UTC);
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}
