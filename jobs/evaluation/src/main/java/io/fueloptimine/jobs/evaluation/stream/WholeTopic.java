package io.fueloptimine.jobs.evaluation.stream;

import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The only split of a {@link TopicSource}. */
enum WholeTopic implements SourceSplit {
    WHOLE_TOPIC;

    /** Writes no bytes, because there is one split only. */
    static final SimpleVersionedSerializer<WholeTopic> SERIALIZER =
            new SimpleVersionedSerializer<>() {
                @Override
                public int getVersion() {
                    return 1;
                }

                @Override
                public byte[] serialize(WholeTopic split) {
                    return new byte[0];
                }

                @Override
                public WholeTopic deserialize(int version, byte[] serialized) {
                    return WHOLE_TOPIC;
                }
            };

    @Override
    public String splitId() {
        return name();
    }
}
