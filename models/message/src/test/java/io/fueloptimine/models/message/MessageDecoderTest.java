package io.fueloptimine.models.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.input.PrintableText;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDecoderTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T00:00:00Z");
    private static final String TELEMETRY = "pit/v1/haultruck/T-01/telemetry";

    private final MessageDecoder decoder = new MessageDecoder();

    @Test
    void readsTelemetryWithMachineAndStreamFromTheTopic() {
        Reading reading =
                read(
                        TELEMETRY,
                        "{\"time\":\"2026-01-05T08:00:01.250Z\",\"sequence\":7,"
                                + "\"equipmentClass\":\"930E\",\"productionState\":\"Hauling\","
                                + "\"fuelRateLph\":312.5,\"payloadT\":306}");

        assertThat(reading.site()).isEqualTo("pit");
        assertThat(reading.kind()).isEqualTo(EquipmentKind.HAULTRUCK);
        assertThat(reading.machineId()).isEqualTo("T-01");
        assertThat(reading.stream()).isEqualTo(ReadingStream.TELEMETRY);
        assertThat(reading.sequence()).isEqualTo(7);
        assertThat(reading.time()).isEqualTo("2026-01-05T08:00:01.250Z");
        assertThat(reading.receivedAt()).isEqualTo(RECEIVED);
        assertThat(reading.flags()).isEmpty();
        assertThat(reading.telemetry().productionState()).isEqualTo(ProductionState.HAULING);
        assertThat(reading.telemetry().fuelRateLph()).isEqualTo(312.5);
        assertThat(reading.telemetry().payloadT()).isEqualTo(306.0);
    }

    @Test
    void leavesAbsentAndNullFieldsUnavailable() {
        Reading reading = read(TELEMETRY, body("\"fuelRateLph\":null"));

        assertThat(reading.sequence()).isEqualTo(-1);
        assertThat(reading.telemetry().fuelRateLph()).isNull();
        assertThat(reading.telemetry().speedKph()).isNull();
    }

    @Test
    void readsTheOtherStreams() {
        assertThat(read("pit/v1/shovel/S-1/state", body("\"state\":\"Queued\"")).state().state())
                .isEqualTo(ProductionState.QUEUED);
        assertThat(read("pit/v1/aux/G-1/note", body("\"text\":\"polvo en 3310\"")).note().text())
                .isEqualTo("polvo en 3310");
        assertThat(
                        read(
                                        "pit/v1/haultruck/T-01/reply",
                                        body(
                                                "\"assignmentId\":\"pit/T-01/LOAD/1\","
                                                        + "\"status\":\"Rejected\""))
                                .reply()
                                .accepted())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pit/T-02/LOAD/1",
                "pit/T-011/LOAD/1",
                "pit/T-0/LOAD/1",
                "other/T-01/LOAD/1",
                "pit/T-01",
                "PIT/T-01/LOAD/1",
                "LOAD/1"
            })
    void rejectsTheReplyOfATruckToAnAssignmentOfAnother(String assignmentId) {
        QualityRecord rejection =
                reject(
                        "pit/v1/haultruck/T-01/reply",
                        body("\"assignmentId\":\"" + assignmentId + "\",\"status\":\"Accepted\""));

        assertThat(rejection.field()).isEqualTo("assignmentId");
        assertThat(rejection.observed()).isEqualTo(assignmentId);
        assertThat(rejection.expected()).isEqualTo("an assignment of pit/T-01");
    }

    @ParameterizedTest
    @CsvSource({
        "haultruck/T-01/refuel, refuel of fuelbay only",
        "shovel/S-1/refuel, refuel of fuelbay only",
        "aux/G-1/refuel, refuel of fuelbay only",
        "fuelbay/B-1/reply, reply of haultruck only",
        "shovel/S-1/reply, reply of haultruck only",
        "fuelbay/B-1/cycle, cycle of haultruck only"
    })
    void rejectsAStreamOfAKindThatDoesNotSendIt(String topic, String expected) {
        QualityRecord rejection =
                reject(
                        "pit/v1/" + topic,
                        body(
                                "\"truckId\":\"T-02\",\"startedAt\":\"2026-01-05T07:40:00Z\","
                                        + "\"dispensedL\":800"));

        assertThat(rejection.field()).isEqualTo("topic");
        assertThat(rejection.observed()).isEqualTo("pit/v1/" + topic);
        assertThat(rejection.expected()).isEqualTo(expected);
    }

    @Test
    void readsARefuellingAndDerivesItsDurationWhenAbsent() {
        Refuel refuel =
                read(
                                "pit/v1/fuelbay/F-1/refuel",
                                body(
                                        "\"truckId\":\"T-01\",\"startedAt\":\"2026-01-05T07:40:00Z\","
                                                + "\"dispensedGal\":800"))
                        .refuel();

        assertThat(refuel.durationS()).isEqualTo(1_200.0);
        assertThat(refuel.dispensedL()).isCloseTo(3_028.3294272, within(1e-6));
    }

    @Test
    void readsACycleOfAFleetSystem() {
        HaulCycle cycle =
                read(
                                "pit/v1/haultruck/CDH90/cycle",
                                body(
                                        "\"payloadT\":306,\"scaleT\":0,\"emptyTravelS\":-58,"
                                                + "\"assignedAt\":\"2026-01-05T07:00:00Z\""))
                        .cycle();

        assertThat(cycle.cycleId()).isEqualTo("pit/CDH90@2026-01-05T08:00:00Z");
        assertThat(cycle.truckId()).isEqualTo("CDH90");
        assertThat(cycle.emptyAt()).isEqualTo("2026-01-05T08:00:00Z");
        assertThat(cycle.scaleT()).isZero();
        assertThat(cycle.emptyTravelS()).isEqualTo(-58.0);
        assertThat(cycle.liftM()).isNull();
        assertThat(cycle.source()).isEqualTo("fms");
    }

    @Test
    void acceptsAWholeNumberWithAFractionOfZero() {
        assertThat(read(TELEMETRY, body("\"sequence\":7.0")).sequence()).isEqualTo(7);
        assertThat(read(TELEMETRY, body("\"sequence\":1e3")).sequence()).isEqualTo(1_000);
    }

    @Test
    void namesTheSupportedVersionWhenATopicHasAnother() {
        QualityRecord rejection = reject("pit/v2/haultruck/T-01/telemetry", body("\"speedKph\":1"));

        assertThat(rejection.field()).isEqualTo("topic");
        assertThat(rejection.observed()).isEqualTo("v2");
        assertThat(rejection.expected()).isEqualTo("a supported version: v1");
    }

    @ParameterizedTest
    @CsvSource({
        "Truck #12, a name without / + #",
        "'', a name that is not blank",
        ".., a name other than . and ..",
        "T\u202E1, a name without \\u202E (RIGHT-TO-LEFT OVERRIDE)",
        "Cami\uFFFDn, a name without \\uFFFD"
    })
    void rejectsAMachineByNameWithTheRuleThatItBreaks(String machine, String expected) {
        QualityRecord rejection =
                reject("pit/v1/haultruck/" + machine + "/telemetry", body("\"speedKph\":1"));

        assertThat(rejection.field()).isEqualTo("topic");
        assertThat(rejection.observed()).isEqualTo(PrintableText.of(machine));
        assertThat(rejection.expected()).startsWith(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cami\u00F3n 7", "\ud83d\ude9c 12", "T%2F1", "a;b"})
    void keepsAnUnusualNameUnchanged(String machine) {
        assertThat(read("pit/v1/haultruck/" + machine + "/state", body("\"state\":\"Queued\"")))
                .extracting(Reading::machineId)
                .isEqualTo(machine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Truck #12", "785/12", "", " ", "T\\u0000", "T\\u202e1"})
    void rejectsTheTruckOfARefuellingThatNoTopicCanName(String truck) {
        QualityRecord rejection =
                reject(
                        "pit/v1/fuelbay/F-1/refuel",
                        body(
                                "\"truckId\":\""
                                        + truck
                                        + "\",\"startedAt\":\"2026-01-05T07:40:00Z\","
                                        + "\"dispensedL\":800"));

        assertThat(rejection.field()).isEqualTo("truckId");
        assertThat(rejection.expected()).startsWith("a name ");
    }

    @Test
    void aPlaceMayHaveANameThatTopicsReserveButNoHiddenCharacter() {
        String cycle = "\"payloadT\":306,\"loadLocationId\":\"%s\"";

        assertThat(
                        read("pit/v1/haultruck/T1/cycle", body(cycle.formatted("Fase #3/norte")))
                                .cycle())
                .extracting(HaulCycle::loadLocationId)
                .isEqualTo("Fase #3/norte");
        for (String place : List.of("F\\u001b[2J", "F\\u2066", "F".repeat(101))) {
            assertThat(reject("pit/v1/haultruck/T1/cycle", body(cycle.formatted(place))).field())
                    .isEqualTo("loadLocationId");
        }
    }

    @Test
    void rejectsUnpairedSurrogates() {
        assertThat(reject(TELEMETRY, body("\"operatorId\":\"\\ud83d\"")).field())
                .isEqualTo("operatorId");
        assertThat(read(TELEMETRY, body("\"operatorId\":\"\\ud83d\\ude9c\"")).telemetry())
                .extracting(Telemetry::operatorId)
                .isEqualTo("\ud83d\ude9c");
    }

    @Test
    void acceptsAByteOrderMarkButNoOtherEncoding() {
        String json = body("\"speedKph\":1");

        assertThat(read(TELEMETRY, "\ufeff" + json).telemetry().speedKph()).isEqualTo(1.0);
        reject(TELEMETRY, json.getBytes(StandardCharsets.UTF_16LE));
        reject(TELEMETRY, json.getBytes(StandardCharsets.UTF_16));
    }

    @Test
    void shortensTheObservedValueWithoutSplittingACharacter() {
        String longName = "x".repeat(119) + "\ud83d\ude9c".repeat(10);

        QualityRecord rejection = reject(longName, body("\"speedKph\":1"));

        assertThat(rejection.observed()).isEqualTo("x".repeat(119) + "...");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"fuelRateLph\":\"12\"            | fuelRateLph     | 12",
                "\"fuelRateLph\":true              | fuelRateLph     | true",
                "\"fuelRateLph\":{\"v\":1}         | fuelRateLph     | {",
                "\"fuelRateLph\":1e999             | fuelRateLph     | 1e999",
                "\"productionState\":\"hauling\"   | productionState | hauling",
                "\"operatorId\":7                  | operatorId      | 7",
                "\"sequence\":-1                   | sequence        | -1",
                "\"sequence\":1.5                  | sequence        | 1.5",
                "\"sequence\":1e300                | sequence        | 1e300",
                "\"sequence\":9223372036854775808  | sequence        | 9223372036854775808",
            })
    void namesTheInvalidField(String field, String name, String observed) {
        QualityRecord rejection = reject(TELEMETRY, body(field));

        assertThat(rejection.field()).isEqualTo(name);
        assertThat(rejection.observed()).isEqualTo(observed);
        assertThat(rejection.expected()).isNotBlank();
        assertThat(rejection.machineId()).isEqualTo("T-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T08:00:00",
                "2026-01-05T08:00:00+00:00",
                "2026-13-05T08:00:00Z",
                "yesterday Z",
                "+999999999-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "Z"
            })
    void rejectsTimesThatAreNotUtcInstants(String time) {
        assertThat(reject(TELEMETRY, "{\"time\":\"" + time + "\"}").field()).isEqualTo("time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"time\":\"2026-01-05T08:00:00Z\"",
                "{\"time\":\"2026-01-05T08:00:00Z\"}{}",
                "{\"time\":\"2026-01-05T08:00:00Z\",\"fuelRateLph\":NaN}",
                "{\"time\":\"2026-01-05T08:00:00Z\",\"fuelRateLph\":Infinity}",
                "{\"time\":\"2026-01-05T08:00:00Z\",}"
            })
    void rejectsPayloadsThatAreNotOneJsonObject(String json) {
        QualityRecord rejection = reject(TELEMETRY, json);

        assertThat(rejection.verdict()).isEqualTo(QualityVerdict.REJECTED);
        assertThat(rejection.rule()).isEqualTo("decode");
        assertThat(rejection.payload()).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rejectsInvalidUtf8() {
        byte[] bytes = body("\"operatorId\":\"?\"").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xC0;

        assertThat(reject(TELEMETRY, bytes).expected()).isEqualTo("UTF-8");
    }

    @Test
    void rejectsDeeplyNestedAndHugeMessagesAndKeepsBoundedPayloads() {
        String deep = body("\"x\":" + "[".repeat(1_000) + "]".repeat(1_000));
        assertThat(reject(TELEMETRY, deep).rule()).isEqualTo("decode");

        QualityRecord huge = reject(TELEMETRY, body("\"x\":\"" + "y".repeat(2_000_000) + "\""));
        assertThat(huge.observed()).startsWith("20000").endsWith(" bytes");
        assertThat(huge.payload()).hasSize(MessageBody.MAX_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pit/v1/haultruck/T-01",
                "pit/v1/haultruck/T-01/telemetry/x",
                "pit/v2/haultruck/T-01/telemetry",
                "pit/v1/submarine/T-01/telemetry",
                "pit/v1/haultruck/T-01/unknown",
                "/v1/haultruck/T-01/telemetry",
                "pit/v1/haultruck//telemetry",
                "pit/v1/haultruck/\u0000/telemetry",
                ""
            })
    void rejectsInvalidTopics(String topic) {
        QualityRecord rejection = reject(topic, body("\"speedKph\":1"));

        assertThat(rejection.field()).isEqualTo("topic");
        assertThat(rejection.machineId()).isNull();
        assertThat(rejection.topic()).isEqualTo(topic);
    }

    @Test
    void givesARepeatedMessageTheSameId() {
        String first = reject(TELEMETRY, "{").qualityId();

        assertThat(reject(TELEMETRY, "{").qualityId()).isEqualTo(first);
        assertThat(reject(TELEMETRY, "[").qualityId()).isNotEqualTo(first);
    }

    @Test
    void rejectsMessagesWithoutTheirRequiredFields() {
        assertThat(reject("pit/v1/haultruck/T/state", body("\"reason\":\"DOWN\"")).field())
                .isEqualTo("state");
        assertThat(reject("pit/v1/fuelbay/F/refuel", body("\"truckId\":\"T\"")).field())
                .isEqualTo("startedAt");
        assertThat(reject("pit/v1/haultruck/T/cycle", body("\"scaleT\":1")).field())
                .isEqualTo("payloadT");
        assertThat(reject(TELEMETRY, "{\"speedKph\":1}").field()).isEqualTo("time");
    }

    private static String body(String fields) {
        return "{\"time\":\"2026-01-05T08:00:00Z\"," + fields + "}";
    }

    private Reading read(String topic, String json) {
        return ((DecodeResult.Readable) decode(topic, json.getBytes(StandardCharsets.UTF_8)))
                .reading();
    }

    private QualityRecord reject(String topic, String json) {
        return reject(topic, json.getBytes(StandardCharsets.UTF_8));
    }

    private QualityRecord reject(String topic, byte[] json) {
        return ((DecodeResult.Unreadable) decode(topic, json)).rejection();
    }

    private DecodeResult decode(String topic, byte[] json) {
        return decoder.decode(new RawMessage(topic, json, RECEIVED, false));
    }
}
