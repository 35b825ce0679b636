package io.fueloptimine.operators.advice;

import static io.fueloptimine.operators.advice.AdviceSamples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.idle.ShutdownSettings;
import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.advice.PayloadAdvice;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.operators.StateStory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoachPayloadTest {

    private static final AdviceSettings ON =
            new AdviceSettings(1, 1, 1, 28, ShutdownSettings.DEFAULT);

    private static final StateStory<
                    KeyedTwoInputStreamOperatorTestHarness<
                            String, HaulCycle, Reading, PayloadAdvice>>
            STORY =
                    new StateStory<>(
                            "coach-payload",
                            () -> harness(ON),
                            h -> {
                                operator(h, 0, "OP-A");
                                load(h, 2, 8, 0.9);
                            },
                            h -> {
                                load(h, 34, 6, 0.9);
                                watermark(h, 60);
                            });

    private KeyedTwoInputStreamOperatorTestHarness<String, HaulCycle, Reading, PayloadAdvice>
            harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness(ON);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void countsTheLoadsThatAnEarlierVersionSaw(String version) throws Exception {
        assertThat(STORY.toldAfter(version)).isEqualTo(STORY.toldAfterItself()).hasSize(1);
    }

    @Test
    void namesTheOperatorWhoUnderloadsWithSizeAndNumber() throws Exception {
        operator(harness, 0, "OP-A");
        load(harness, 2, 12, 0.9);
        operator(harness, 52, "OP-B");
        load(harness, 54, 12, 1.0);
        watermark(harness, 120);

        assertThat(harness.extractOutputValues())
                .singleElement()
                .satisfies(
                        advice -> {
                            assertThat(advice.unitId()).isEqualTo("SH01");
                            assertThat(advice.operatorId()).isEqualTo("OP-A");
                            assertThat(advice.loads()).isEqualTo(12);
                            assertThat(advice.meanShare()).isCloseTo(0.9, within(1e-9));
                            assertThat(advice.spreadShare()).isGreaterThan(0.01);
                            assertThat(advice.text()).contains("underloads");
                        });
    }

    @Test
    void saysNothingWithinChance() throws Exception {
        operator(harness, 0, "OP-A");
        load(harness, 2, 12, 0.995);
        watermark(harness, 900);

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void emitsOnceMoreWhenTheLoadsAreOnTarget() throws Exception {
        operator(harness, 0, "OP-A");
        load(harness, 2, 12, 0.95);
        watermark(harness, 60);
        load(harness, 62, 40, 1.02);
        watermark(harness, 300);

        List<PayloadAdvice> advice = harness.extractOutputValues();
        assertThat(advice).hasSize(2);
        assertThat(advice.get(0).text()).isNotNull();
        assertThat(advice.get(1).text()).isNull();
        assertThat(advice.get(1).adviceId()).isEqualTo(advice.get(0).adviceId());
    }

    @Test
    void forgetsAShiftTwoHoursAfterItsEndAndPassesLaterLoadsOn() throws Exception {
        load(harness, 2, 12, 0.9);
        watermark(harness, 14 * 60);

        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries()).isLessThanOrEqualTo(1);
        int before = harness.extractOutputValues().size();
        load(harness, 60, 1, 0.9);
        assertThat(harness.extractOutputValues()).hasSize(before);
        assertThat(harness.getSideOutput(CoachPayload.LATE))
                .extracting(StreamRecord::getValue)
                .singleElement()
                .satisfies(late -> assertThat(late.rule()).isEqualTo("too-late-for-coaching"))
                .satisfies(late -> assertThat(late.verdict()).isEqualTo(QualityVerdict.LATE))
                .satisfies(late -> assertThat(late.field()).isEqualTo("fullAt"))
                .satisfies(
                        late ->
                                assertThat(new String(late.payload(), StandardCharsets.UTF_8))
                                        .contains("\"fullAt\":\"" + late.observed() + "\""));
    }

    @Test
    void isOffByDefault() throws Exception {
        try (var silent = harness(AdviceSettings.DEFAULT)) {
            silent.open();
            load(silent, 2, 12, 0.8);
            silent.processBothWatermarks(new Watermark(at(900).toEpochMilli()));

            assertThat(silent.extractOutputValues()).isEmpty();
            assertThat(silent.numKeyedStateEntries()).isZero();
        }
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, HaulCycle, Reading, PayloadAdvice>
            harness(AdviceSettings settings) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(
                        new CoachPayload(AdviceSamples.MINES, AdviceSamples.SHIFTS, settings)),
                cycle -> MachineKey.textOf(cycle.site(), cycle.loadingUnitId()),
                Reading::machineKey,
                Types.STRING);
    }

    private static void operator(
            KeyedTwoInputStreamOperatorTestHarness<String, HaulCycle, Reading, PayloadAdvice> h,
            double minute,
            String operatorId)
            throws Exception {
        Reading reading = AdviceSamples.unit("SH01", minute, operatorId);
        h.processElement2(reading, reading.time().toEpochMilli());
    }

    /** Loads every four minutes, of which every other one is 2 % above and below the mean. */
    private static void load(
            KeyedTwoInputStreamOperatorTestHarness<String, HaulCycle, Reading, PayloadAdvice> h,
            int fromMinute,
            int loads,
            double share)
            throws Exception {
        for (int i = 0; i < loads; i++) {
            double payloadT = 290 * (share + (i % 2 == 0 ? 0.02 : -0.02));
            HaulCycle cycle = AdviceSamples.cycle("SH01", "T01", fromMinute + 4 * i, payloadT);
            h.processElement1(cycle, cycle.emptyAt().toEpochMilli());
        }
    }

    private static void watermark(
            KeyedTwoInputStreamOperatorTestHarness<String, HaulCycle, Reading, PayloadAdvice> h,
            double minute)
            throws Exception {
        h.processBothWatermarks(new Watermark(at(minute).toEpochMilli()));
    }
}
