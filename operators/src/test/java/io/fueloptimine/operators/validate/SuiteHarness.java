package io.fueloptimine.operators.validate;

import static io.fueloptimine.operators.SampleReadings.START;

import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.DecodedMessage;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** A running {@link ValidateReadings} that is told messages as machines send them. */
final class SuiteHarness implements AutoCloseable {

    private final MessageDecoder decoder = new MessageDecoder();
    private final CoBroadcastWithKeyedOperator<String, DecodedMessage, SuiteUpdate, Reading>
            operator;
    private final KeyedBroadcastOperatorTestHarness<String, DecodedMessage, SuiteUpdate, Reading>
            harness;

    private SuiteHarness(String yaml, OperatorSubtaskState state) throws Exception {
        operator =
                new CoBroadcastWithKeyedOperator<>(
                        new ValidateReadings(
                                ValidationSuite.parse(yaml, "test"), ClockRules.ofOpenSites()),
                        List.of(SuiteUpdates.STATE));
        harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        operator, ValidateReadings::keyOf, Types.STRING, 1, 1, 0);
        harness.setup();
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    static SuiteHarness of(String yaml) throws Exception {
        return new SuiteHarness(yaml, null);
    }

    /** A suite of one flagging rule for telemetry, whose other keys are given. */
    static SuiteHarness ofRule(String keys) throws Exception {
        return of(suite(keys));
    }

    static String suite(String keys) {
        String action = keys.contains("action:") ? "" : ", action: flag";
        return "suite: test\nrules:\n- {name: rule, stream: telemetry, severity: info"
                + action
                + ", "
                + keys
                + "}\n";
    }

    /** The same operator after a restart. */
    SuiteHarness restarted(String yaml) throws Exception {
        OperatorSubtaskState state = harness.snapshot(1, 1);
        close();
        return new SuiteHarness(yaml, state);
    }

    /** Tells a truck's telemetry, so many seconds after the start. */
    SuiteHarness telemetry(double second, String fields) throws Exception {
        return message("haultruck/T-01/telemetry", second, fields);
    }

    SuiteHarness message(String topic, double second, String fields) throws Exception {
        Instant time = START.plusMillis(Math.round(second * 1_000));
        String json = "{\"time\":\"" + time + "\"," + fields + "}";
        RawMessage message =
                new RawMessage(
                        "pit/v1/" + topic, json.getBytes(StandardCharsets.UTF_8), START, false);
        DecodeResult.Readable readable = (DecodeResult.Readable) decoder.decode(message);
        harness.processElement(
                new DecodedMessage(readable.reading(), message.topic(), message.payload()), 0);
        return this;
    }

    SuiteHarness publish(String yaml) throws Exception {
        harness.processBroadcastElement(new SuiteUpdate(yaml, START), 0);
        return this;
    }

    List<Reading> valid() {
        return harness.extractOutputValues();
    }

    List<QualityRecord> flagged() {
        return records(ValidateReadings.FLAGGED);
    }

    List<QualityRecord> rejected() {
        return records(ValidateReadings.REJECTED);
    }

    /** What flagged records show, in order. */
    List<String> observed() {
        return flagged().stream().map(QualityRecord::observed).toList();
    }

    int stateEntries() {
        KeyedStateBackend<String> backend = operator.getKeyedStateBackend();
        return ((HeapKeyedStateBackend<?>) backend).numKeyValueStateEntries();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }

    private List<QualityRecord> records(OutputTag<QualityRecord> tag) {
        List<QualityRecord> records = new ArrayList<>();
        if (harness.getSideOutput(tag) != null) {
            harness.getSideOutput(tag).forEach(record -> records.add(record.getValue()));
        }
        return records;
    }
}
