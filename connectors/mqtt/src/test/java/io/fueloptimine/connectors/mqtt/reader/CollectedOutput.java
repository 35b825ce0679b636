package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.models.mine.reading.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** Collects the records that a reader emits. */
final class CollectedOutput implements ReaderOutput<RawMessage> {

    private final List<RawMessage> emitted = new ArrayList<>();
    private final Set<String> splits = new LinkedHashSet<>();

    List<RawMessage> emitted() {
        return emitted;
    }

    List<String> texts() {
        return emitted.stream()
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    /** The sessions with an output, and therefore a watermark, of their own. */
    Set<String> splits() {
        return splits;
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
        splits.add(splitId);
        return this;
    }

    @Override
    public void releaseOutputForSplit(String splitId) {}
}
