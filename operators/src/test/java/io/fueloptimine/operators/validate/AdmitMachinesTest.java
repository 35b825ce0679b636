package io.fueloptimine.operators.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.message.TooManyMachines;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.KnownMachines;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.Truck;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The attack: messages of 100,000 machines, sites or devices that do not exist. */
class AdmitMachinesTest {

    private static final int MADE_UP = 100_000;
    private static final int MACHINES = AdmitMachines.MAX_MACHINES;
    private static final int EDGE_NAMES = AdmitMachines.MAX_EDGE_NAMES;
    private static final String TRUCK = "pit/v1/haultruck/%s/telemetry";

    /** The state that counts the names. */
    private static final int COUNTS = 1;

    private static final String KNOWN_TRUCK = "HT-1";
    private static final MineSite PIT =
            new MineSite(
                    "pit",
                    DigPlan.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new Truck(KNOWN_TRUCK, "930E", "S1", "C")),
                    List.of(),
                    List.of(),
                    List.of());

    private KeyedOneInputStreamOperatorTestHarness<String, RawMessage, RawMessage> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void madeUpMachinesAreBoundedAndKnownOnesPass() throws Exception {
        send(TRUCK, "NEW-1");
        for (int i = 0; i < MADE_UP; i++) {
            send(TRUCK, "FAKE-" + i);
            if (i % 10_000 == 0) {
                send(TRUCK, KNOWN_TRUCK);
            }
        }
        send(TRUCK, "NEW-1");

        assertThat(harness.extractOutputValues()).hasSize(MACHINES + 10 + 1);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(COUNTS + 1);
        assertThat(stateBytes()).isLessThan(200_000);
        assertThat(output(AdmitMachines.REJECTED)).hasSize(MADE_UP - MACHINES + 1);
    }

    @Test
    void aRefusedMessageIsKeptWithoutBeingCountedByItsName() throws Exception {
        sendMany(TRUCK, MACHINES + 1);

        QualityRecord rejected = output(AdmitMachines.REJECTED).get(0);
        assertThat(rejected.verdict()).isEqualTo(QualityVerdict.REJECTED);
        assertThat(rejected.rule()).isEqualTo(TooManyMachines.RULE);
        assertThat(rejected.observed()).isEqualTo("FAKE-5000");
        assertThat(rejected.topic()).isEqualTo("pit/v1/haultruck/FAKE-5000/telemetry");
        assertThat(rejected.payload()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(rejected.machineKey()).isEqualTo("pit/unknown");
    }

    @Test
    void madeUpSitesShareOneLimit() throws Exception {
        for (int i = 0; i < MADE_UP; i++) {
            send("site-" + i + "/v1/haultruck/%s/telemetry", "T");
            send("other-" + i + "/no/%s", "topic");
        }
        send(TRUCK, KNOWN_TRUCK);
        send(TRUCK, "NEW-1");

        assertThat(harness.extractOutputValues()).hasSize(MACHINES + 2);
        assertThat(output(AdmitMachines.SIGNALS))
                .singleElement()
                .satisfies(signal -> assertThat(signal.site()).isEqualTo("unknown"));
    }

    @Test
    void madeUpEdgeNodesAndDevicesAreBounded() throws Exception {
        for (int i = 0; i < MADE_UP; i++) {
            send("spBv1.0/pit/DBIRTH/%s/D-" + i, "NODE-1");
            send("spBv1.0/pit/NBIRTH/%s", "NODE-" + i);
        }
        send("spBv1.0/pit/DDATA/%s/" + KNOWN_TRUCK, "NODE-1");
        send(TRUCK, "NEW-1");

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(output(AdmitMachines.SPARKPLUG)).hasSizeBetween(EDGE_NAMES, EDGE_NAMES + 10);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(COUNTS + 1);
        assertThat(stateBytes()).isLessThan(100_000);
    }

    @Test
    void reportsOnceThatNamesAreRefusedAndOnceThatTheyAreNot() throws Exception {
        sendMany(TRUCK, MACHINES + 100);
        assertThat(output(AdmitMachines.SIGNALS))
                .singleElement()
                .satisfies(
                        signal -> {
                            assertThat(signal.site()).isEqualTo("pit");
                            assertThat(signal.machineId()).isNull();
                            assertThat(signal.type()).isEqualTo(AlertType.TOO_MANY_NAMES);
                            assertThat(signal.active()).isTrue();
                            assertThat(signal.cause()).contains("5000 machines", "FAKE-5000");
                        });

        harness.setProcessingTime(Duration.ofDays(8).toMillis());
        send(TRUCK, "NEW-1");

        assertThat(output(AdmitMachines.SIGNALS))
                .extracting(ReportedSignal::active)
                .containsExactly(true, false);
        assertThat(harness.extractOutputValues()).hasSize(MACHINES + 1);
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void aMachineThatSendsIsNotForgotten() throws Exception {
        sendMany(TRUCK, MACHINES);
        for (int day = 1; day <= 8; day++) {
            harness.setProcessingTime(Duration.ofDays(day).toMillis());
            send(TRUCK, "FAKE-7");
        }
        harness.getOutput().clear();

        send(TRUCK, "NEW-1");
        send(TRUCK, "FAKE-7");

        assertThat(harness.extractOutputValues()).hasSize(2);
        assertThat(stateBytes()).isLessThan(10_000);
    }

    @Test
    void remembersTheNamesThroughARestart() throws Exception {
        sendMany(TRUCK, MACHINES);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();

        send(TRUCK, "NEW-1");
        send(TRUCK, "FAKE-7");

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(output(AdmitMachines.REJECTED)).hasSize(1);
    }

    @Test
    void messagesThatNameNoMachineAreLeftToTheDecoder() throws Exception {
        send("pit/%s", "x");
        send("%s", "");
        send("pit/v1/haultruck/%s/telemetry", "T+1");
        send("%s/v1/haultruck/T1/telemetry", "x".repeat(100));

        assertThat(harness.extractOutputValues()).hasSize(4);
    }

    private void sendMany(String topic, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            send(topic, "FAKE-" + i);
        }
    }

    private void send(String topic, String name) throws Exception {
        byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);
        harness.processElement(
                new RawMessage(topic.formatted(name), payload, Instant.EPOCH, false), 0);
    }

    private <T> List<T> output(OutputTag<T> tag) {
        List<T> values = new ArrayList<>();
        if (harness.getSideOutput(tag) != null) {
            harness.getSideOutput(tag).forEach(record -> values.add(record.getValue()));
        }
        return values;
    }

    private long stateBytes() throws Exception {
        return harness.snapshot(9, 9).getManagedKeyedState().getStateSize();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, RawMessage, RawMessage> harness()
            throws Exception {
        AdmitMachines admit = new AdmitMachines(KnownMachines.of(MineSites.of(PIT)));
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(admit), admit::keyOf, Types.STRING);
    }
}
