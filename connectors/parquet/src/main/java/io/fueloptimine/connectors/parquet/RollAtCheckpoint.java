package io.fueloptimine.connectors.parquet;

import java.io.IOException;
import org.apache.flink.streaming.api.functions.sink.filesystem.PartFileInfo;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.CheckpointRollingPolicy;

/** Closes each file at a checkpoint, and marks its date as closed. */
final class RollAtCheckpoint<T> extends CheckpointRollingPolicy<T, String> {

    private static final long serialVersionUID = 1L;

    private final OpenDates openDates;

    RollAtCheckpoint(OpenDates openDates) {
        this.openDates = openDates;
    }

    @Override
    public boolean shouldRollOnCheckpoint(PartFileInfo<String> file) {
        openDates.close(file.getBucketId());
        return true;
    }

    @Override
    public boolean shouldRollOnEvent(PartFileInfo<String> file, T record) throws IOException {
        return false;
    }

    @Override
    public boolean shouldRollOnProcessingTime(PartFileInfo<String> file, long nowMs) {
        return false;
    }
}
