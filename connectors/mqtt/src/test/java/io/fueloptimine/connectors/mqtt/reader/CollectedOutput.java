package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.models.mine.RawMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** Keeps what a reader emits. */
final class CollectedOutput implements ReaderOutput<RawMessage> {

    private final List<RawMessage> emitted = new ArrayList<>();

    List<RawMessage> emitted() {
        return emitted;
    }

    @Override
    public void collect(RawMessage message) {
        emitted.add(message);
    }

    @Override
    public void collect(RawMessage message, long timestamp) {
        emitted.add(message);
    }

    @Override
    public void emitWatermark(Watermark watermark) {}

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}

    @Override
    public SourceOutput<RawMessage> createOutputForSplit(String splitId) {
        return this;
    }

    @Override
    public void releaseOutputForSplit(String splitId) {}
}
