package io.fueloptimine.jobs.backfill.stream;

import java.nio.ByteBuffer;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The only split of a {@link TopicSource}: the topic from a position on.
 *
 * @param records number of records before the position
 */
record TopicPosition(long records) implements SourceSplit {

    static final SimpleVersionedSerializer<TopicPosition> SERIALIZER =
            new SimpleVersionedSerializer<>() {
                @Override
                public int getVersion() {
                    return 1;
                }

                @Override
                public byte[] serialize(TopicPosition split) {
                    return ByteBuffer.allocate(Long.BYTES).putLong(split.records()).array();
                }

                @Override
                public TopicPosition deserialize(int version, byte[] serialized) {
                    return new TopicPosition(ByteBuffer.wrap(serialized).getLong());
                }
            };

    @Override
    public String splitId() {
        return "whole-topic";
    }
}
