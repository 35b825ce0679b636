package io.fueloptimine.models.message;

import static io.fueloptimine.models.message.SampleMessages.TELEMETRY;
import static io.fueloptimine.models.message.SampleMessages.body;
import static io.fueloptimine.models.message.SampleMessages.read;
import static io.fueloptimine.models.message.SampleMessages.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitConversionTest {

    private static final double ROUNDING_PCT = 1e-10;
    private static final long SEED = 20_260_105;

    private static final Map<String, String> TOPICS =
            Map.of(
                    "telemetry", TELEMETRY,
                    "state", "pit/v1/haultruck/T-01/state",
                    "refuel", "pit/v1/fuelbay/F-1/refuel",
                    "cycle", "pit/v1/haultruck/T-01/cycle");
    private static final Map<String, String> REQUIRED =
            Map.of(
                    "telemetry", "",
                    "state", "\"state\":\"Hauling\",",
                    "refuel", "\"truckId\":\"T-01\",\"startedAt\":\"2026-01-05T07:40:00Z\",",
                    "cycle", "");

    /** Expected values are from published tables, not computed with the code's own factors. */
    @ParameterizedTest
    @CsvSource({
        "telemetry, fuelRateGph,           100,    fuelRateLph,           378.5411784",
        "telemetry, fuelRateImpGph,        100,    fuelRateLph,           454.609",
        "telemetry, totalFuelUsedGal,      10,     totalFuelUsedL,        37.85411784",
        "telemetry, totalFuelUsedImpGal,   10,     totalFuelUsedL,        45.4609",
        "telemetry, speedMph,              10,     speedKph,              16.09344",
        "telemetry, payloadKg,             306000, payloadT,              306",
        "telemetry, payloadShortT,         320,    payloadT,              290.2991168",
        "telemetry, elevationFt,           10000,  elevationM,            3048",
        "telemetry, coolantTempF,          185,    coolantTempC,          85",
        "telemetry, ambientTempF,          -40,    ambientTempC,          -40",
        "telemetry, oilPressurePsi,        60,     oilPressureKpa,        413.6854375901",
        "telemetry, oilPressureBar,        4.5,    oilPressureKpa,        450",
        "telemetry, barometricPressurePsi, 14.695948775514, barometricPressureKpa, 101.325",
        "telemetry, barometricPressureHpa, 1013.25, barometricPressureKpa, 101.325",
        "telemetry, vibrationRmsInS,       0.5,    vibrationRmsMmS,       12.7",
        "telemetry, vibrationAccelG,       2,      vibrationAccelMS2,     19.6133",
        "state,     payloadKg,             1000,   payloadT,              1",
        "state,     payloadShortT,         1,      payloadT,              0.90718474",
        "refuel,    dispensedGal,          800,    dispensedL,            3028.3294272",
        "refuel,    dispensedImpGal,       800,    dispensedL,            3636.872",
        "cycle,     payloadKg,             306000, payloadT,              306",
        "cycle,     payloadShortT,         100,    payloadT,              90.718474",
        "cycle,     loadingScaleKg,        300000, loadingScaleT,         300",
        "cycle,     scaleKg,               301000, scaleT,                301",
        "cycle,     emptyDistanceFt,       1000,   emptyDistanceM,        304.8",
        "cycle,     fullDistanceFt,        1000,   fullDistanceM,         304.8",
        "cycle,     liftFt,                -100,   liftM,                 -30.48",
        "cycle,     fuelGal,               50,     fuelL,                 189.2705892",
        "cycle,     fuelImpGal,            50,     fuelL,                 227.3045",
    })
    void convertsEveryOtherUnit(
            String stream, String field, String value, String component, double expected) {
        String payload = component.equals("payloadT") ? "" : ",\"payloadT\":1";
        String fields = REQUIRED.get(stream) + "\"" + field + "\":" + value + payload;

        Reading reading = read(TOPICS.get(stream), body(fields));

        JsonNode json = MineJson.mapper().valueToTree(reading).get(stream);
        assertThat(json.get(component).doubleValue())
                .isCloseTo(expected, withinPercentage(ROUNDING_PCT));
    }

    @Test
    void theTableAboveCoversEveryOtherUnit() throws Exception {
        CsvSource table =
                getClass()
                        .getDeclaredMethod(
                                "convertsEveryOtherUnit",
                                String.class,
                                String.class,
                                String.class,
                                String.class,
                                double.class)
                        .getAnnotation(CsvSource.class);
        List<String> tested = new ArrayList<>();
        for (String line : table.value()) {
            tested.add(line.split("\\s*,\\s*")[0] + "/" + line.split("\\s*,\\s*")[1]);
        }

        List<String> accepted = new ArrayList<>();
        for (ReadingStream stream : ReadingStream.values()) {
            StreamSchemas.of(stream).fields().values().stream()
                    .filter(field -> field.unit() != Unit.SAME)
                    .forEach(field -> accepted.add(stream.topicName() + "/" + field.name()));
        }
        assertThat(tested).containsExactlyInAnyOrderElementsOf(accepted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"fuelRateLph\":300,\"fuelRateGph\":79",
                "\"fuelRateGph\":79,\"fuelRateImpGph\":66",
                "\"fuelRateLph\":300,\"fuelRateGph\":79.2516157"
            })
    void rejectsAQuantityInTwoUnitsEvenIfTheyAgree(String fields) {
        QualityRecord rejection = reject(TELEMETRY, body(fields));

        assertThat(rejection.field()).startsWith("fuelRate");
        assertThat(rejection.observed()).contains(" in addition to fuelRate");
        assertThat(rejection.expected()).isEqualTo("each quantity in one unit");
    }

    @Test
    void usesTheUnitThatHasAValueWhenTheOtherIsNull() {
        assertThat(
                        read(TELEMETRY, body("\"fuelRateLph\":null,\"fuelRateGph\":100"))
                                .telemetry()
                                .fuelRateLph())
                .isEqualTo(378.5411784);
        assertThat(
                        read(TELEMETRY, body("\"fuelRateGph\":100,\"fuelRateLph\":null"))
                                .telemetry()
                                .fuelRateLph())
                .isEqualTo(378.5411784);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"speedKph\":1,\"speedKph\":2",
                "\"speedKph\":null,\"speedKph\":2",
                "\"speedKph\":1,\"x\":0,\"speedKph\":1",
                "\"time\":\"2026-01-05T08:00:00Z\"",
                "\"sequence\":1,\"sequence\":1"
            })
    void rejectsAKnownFieldThatOccursTwice(String fields) {
        assertThat(reject(TELEMETRY, body(fields)).expected()).isEqualTo("each field at most once");
    }

    @Test
    void rejectsValuesThatOverflowInConversion() {
        assertThat(reject(TELEMETRY, body("\"fuelRateGph\":1e308")).field())
                .isEqualTo("fuelRateGph");
    }

    @Test
    void convertsWithASingleRounding() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            double gallons = random.nextDouble() * Math.pow(10, random.nextInt(12) - 3);
            double litres =
                    read(TELEMETRY, body("\"totalFuelUsedGal\":" + gallons))
                            .telemetry()
                            .totalFuelUsedL();
            assertThat(litres).isEqualTo(gallons * 3.785411784);
        }
    }
}
