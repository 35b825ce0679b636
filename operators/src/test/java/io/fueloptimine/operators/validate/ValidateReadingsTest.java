package io.fueloptimine.operators.validate;

import static io.fueloptimine.operators.SampleReadings.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.message.DecodedMessage;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.operators.SampleReadings;
import io.fueloptimine.operators.decode.DecodeReadings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateReadingsTest {

    private static final ClockRules RULES = ClockRules.ofOpenSites(SampleReadings.SITE);
    private static final String TIME = "2026-01-05T08:00:00Z";

    private OneInputStreamOperatorTestHarness<RawMessage, DecodedMessage> decode;
    private KeyedBroadcastOperatorTestHarness<String, DecodedMessage, SuiteUpdate, Reading>
            validate;
    private CompareClocks clocks;

    @BeforeEach
    void open() throws Exception {
        decode = ProcessFunctionTestHarnesses.forProcessFunction(new DecodeReadings());
        clocks = new CompareClocks(RULES);
        clocks.open(DefaultOpenContext.INSTANCE);
        validate =
                ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
                        new ValidateReadings(ValidationSuite.shipped(), RULES),
                        ValidateReadings::keyOf,
                        Types.STRING,
                        SuiteUpdates.STATE);
    }

    @AfterEach
    void close() throws Exception {
        decode.close();
        validate.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fuelRateLph, 3276.75, fuel-rate-sentinel",
        "fuelRateLph, 3212.75, fuel-rate-sentinel",
        "fuelRateLph, 2500.5, fuel-rate-between",
        "fuelRateLph, -1, fuel-rate-between",
        "fuelLevelPct, 102, fuel-level-sentinel",
        "engineLoadPct, 255, engine-load-sentinel",
        "engineRpm, 8191.875, engine-speed-sentinel",
        "speedKph, 255.996, speed-sentinel",
        "speedKph, 81, speed-between",
        "payloadT, 501, payload-between",
        "payloadT, -6, payload-between",
        "coolantTempC, 215, coolant-sentinel",
        "oilPressureKpa, 1020, oil-pressure-sentinel",
        "barometricPressureKpa, 127.5, barometer-sentinel",
        "ambientTempC, 1774.96875, ambient-sentinel",
        "totalFuelUsedL, 2147483647.5, total-fuel-sentinel",
        "engineHours, 214748364.75, engine-hours-sentinel",
        "elevationM, 9000, elevation-between",
        "gradePct, 41, grade-between",
        "vibrationRmsMmS, 501, vibration-between"
    })
    void rejectsWhatASensorCannotTrulySay(String field, double value, String rule)
            throws Exception {
        send("haultruck/T-01/telemetry", "\"" + field + "\":" + value);

        assertThat(validate.extractOutputValues()).isEmpty();
        QualityRecord rejection = only(ValidateReadings.REJECTED);
        assertThat(rejection.rule()).isEqualTo(rule);
        assertThat(rejection.verdict()).isEqualTo(QualityVerdict.REJECTED);
        assertThat(rejection.field()).isEqualTo(field);
        assertThat(rejection.payload()).asString(StandardCharsets.UTF_8).contains(field);
    }

    @ParameterizedTest
    @CsvSource({"fuelRateLph, 0", "fuelRateLph, 2500", "payloadT, -5", "fuelLevelPct, 100"})
    void letsTheLimitsThemselvesPass(String field, double value) throws Exception {
        send("haultruck/T-01/telemetry", "\"" + field + "\":" + value);

        assertThat(validate.extractOutputValues()).hasSize(1);
    }

    @Test
    void holdsARuleOnlyForItsKinds() throws Exception {
        send("shovel/S-01/telemetry", "\"payloadT\":900");

        assertThat(validate.extractOutputValues()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "emptyTravelS, -58, cycle-negative-empty-travel",
        "emptyTravelS, 0, cycle-zero-empty-travel",
        "fullTravelS, 0, cycle-zero-full-travel",
        "scaleT, 0, cycle-scale-zero",
        "scaleT, 65527, cycle-scale-impossible",
        "loadingScaleT, 65527, cycle-loading-scale-impossible"
    })
    void flagsDirtyCyclesWhoseTonnesCount(String field, double value, String rule)
            throws Exception {
        Map<String, Double> fields =
                new TreeMap<>(
                        Map.of(
                                "payloadT", 306.0,
                                "emptyTravelS", 60.0,
                                "fullTravelS", 60.0,
                                "scaleT", 306.0));
        fields.put(field, value);
        String json = new String(MineJson.toBytes(fields), StandardCharsets.UTF_8);
        send("haultruck/T/cycle", json.substring(1, json.length() - 1));

        assertThat(validate.extractOutputValues()).hasSize(1);
        assertThat(validate.extractOutputValues().get(0).flags()).containsExactly(rule);
        assertThat(only(ValidateReadings.FLAGGED).verdict()).isEqualTo(QualityVerdict.FLAGGED);
        assertThat(only(ValidateReadings.FLAGGED).payload()).isNull();
    }

    @Test
    void flagsCyclesOverThreeHoursAndRejectsThoseWithoutTonnes() throws Exception {
        String travels = "\"emptyTravelS\":60,\"fullTravelS\":60,\"payloadT\":";
        send("haultruck/T/cycle", travels + "306,\"assignedAt\":\"2026-01-05T04:59:59Z\"");
        send("haultruck/T/cycle", travels + "0");

        assertThat(only(ValidateReadings.FLAGGED).rule()).isEqualTo("cycle-over-three-hours");
        assertThat(only(ValidateReadings.REJECTED).rule()).isEqualTo("cycle-without-tonnes");
        assertThat(validate.extractOutputValues()).hasSize(1);
    }

    @Test
    void rejectsOnlyTheClockThatIsYearsAhead() throws Exception {
        Instant future = START.plus(Duration.ofDays(3_650));
        for (int second = 0; second < 10; second++) {
            Instant now = START.plusSeconds(second);
            for (String truck : List.of("A", "B", "C")) {
                tell(SampleReadings.telemetry(truck, second, now));
            }
            tell(SampleReadings.telemetry("mad", second, future.plusSeconds(second)));
        }

        assertThat(validate.extractOutputValues()).hasSize(30);
        assertThat(sideOutput(ValidateReadings.REJECTED))
                .hasSize(10)
                .allMatch(r -> r.rule().equals("clock-ahead") && r.machineId().equals("mad"));
        assertThat(sideOutput(ValidateReadings.FLAGGED)).isEmpty();
    }

    @Test
    void flagsAClockMoreThanTwoMinutesAhead() throws Exception {
        for (String truck : List.of("A", "B", "C")) {
            tell(SampleReadings.telemetry(truck, 0, START));
        }
        tell(SampleReadings.telemetry("early", 0, START.plusSeconds(120)));
        tell(SampleReadings.telemetry("early", 1, START.plusSeconds(121)));

        assertThat(validate.extractOutputValues()).hasSize(5);
        assertThat(only(ValidateReadings.FLAGGED).rule()).isEqualTo("clock-skew");
    }

    private void send(String topic, String fields) throws Exception {
        byte[] json = ("{\"time\":\"" + TIME + "\"," + fields + "}").getBytes();
        decode.processElement(new RawMessage("pit/v1/" + topic, json, START, false), 0);
        List<DecodedMessage> decoded = decode.extractOutputValues();
        validate.processElement(decoded.get(decoded.size() - 1), 0);
    }

    private void tell(Reading reading) throws Exception {
        validate.processElement(clocks.map(new DecodedMessage(reading, "topic", new byte[0])), 0);
    }

    private QualityRecord only(OutputTag<QualityRecord> tag) {
        assertThat(sideOutput(tag)).hasSize(1);
        return sideOutput(tag).get(0);
    }

    private List<QualityRecord> sideOutput(OutputTag<QualityRecord> tag) {
        List<QualityRecord> records = new ArrayList<>();
        if (validate.getSideOutput(tag) != null) {
            validate.getSideOutput(tag).forEach(record -> records.add(record.getValue()));
        }
        return records;
    }
}
