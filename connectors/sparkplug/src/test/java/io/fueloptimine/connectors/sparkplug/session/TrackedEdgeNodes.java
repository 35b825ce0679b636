package io.fueloptimine.connectors.sparkplug.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.connectors.sparkplug.DeclaredDevices;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The operator in a test harness, with its output. */
final class TrackedEdgeNodes implements AutoCloseable {

    static final Duration REBIRTH_INTERVAL = Duration.ofSeconds(30);

    private KeyedOneInputStreamOperatorTestHarness<String, RawMessage, RawMessage> harness;

    private final DeclaredDevices declared;

    TrackedEdgeNodes() throws Exception {
        this(MineSites.none());
    }

    TrackedEdgeNodes(MineSites mines) throws Exception {
        declared = DeclaredDevices.of(mines);
        harness = newHarness();
        harness.open();
        harness.setProcessingTime(1);
    }

    void send(RawMessage... messages) throws Exception {
        for (RawMessage message : messages) {
            harness.processElement(message, 0);
        }
    }

    void setClock(Duration sinceStart) throws Exception {
        harness.setProcessingTime(1 + sinceStart.toMillis());
    }

    /** Restarts the operator from a snapshot; clears the output. */
    void restart() throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = newHarness();
        harness.initializeState(snapshot);
        harness.open();
        harness.setProcessingTime(1);
    }

    List<RawMessage> messages() {
        return harness.extractOutputValues();
    }

    JsonNode json(int index) throws IOException {
        return MineJson.mapper().readTree(messages().get(index).payload());
    }

    List<QualityRecord> quality() {
        return sideOutput(TrackEdgeNodes.QUALITY);
    }

    List<OutgoingMessage> commands() {
        return sideOutput(TrackEdgeNodes.COMMANDS);
    }

    int timers() {
        return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
    }

    void expireAfter(Duration silence) throws Exception {
        harness.setStateTtlProcessingTime(silence.toMillis());
    }

    private <T> List<T> sideOutput(OutputTag<T> tag) {
        List<T> values = new ArrayList<>();
        if (harness.getSideOutput(tag) != null) {
            harness.getSideOutput(tag).forEach(record -> values.add(record.getValue()));
        }
        return values;
    }

    private KeyedOneInputStreamOperatorTestHarness<String, RawMessage, RawMessage> newHarness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new TrackEdgeNodes(REBIRTH_INTERVAL, declared)),
                TrackEdgeNodes::keyOf,
                Types.STRING);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
