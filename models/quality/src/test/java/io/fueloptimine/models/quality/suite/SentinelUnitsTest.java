package io.fueloptimine.models.quality.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Telemetry;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checks the shipped suite against SAE J1939-71: raw values whose first byte is 0xFE ("error") or
 * 0xFF ("not available"), scaled by a gateway, sent in any unit and rounded, are rejected; the
 * largest valid value is not rejected as a sentinel.
 */
class SentinelUnitsTest {

    private static final int GATEWAY_DECIMALS = 2;

    /**
     * SPN, component, field as sent, bytes, resolution per bit, offset, factor to the component.
     */
    @ParameterizedTest(name = "SPN {0} sent as {2}")
    @CsvSource({
        "183, fuelRateLph,           fuelRateLph,           2, 0.05,       0,    1",
        "183, fuelRateLph,           fuelRateGph,           2, 0.05,       0,    3.785411784",
        "183, fuelRateLph,           fuelRateImpGph,        2, 0.05,       0,    4.54609",
        "250, totalFuelUsedL,        totalFuelUsedL,        4, 0.5,        0,    1",
        "250, totalFuelUsedL,        totalFuelUsedGal,      4, 0.5,        0,    3.785411784",
        "250, totalFuelUsedL,        totalFuelUsedImpGal,   4, 0.5,        0,    4.54609",
        "96,  fuelLevelPct,          fuelLevelPct,          1, 0.4,        0,    1",
        "92,  engineLoadPct,         engineLoadPct,         1, 1,          0,    1",
        "190, engineRpm,             engineRpm,             2, 0.125,      0,    1",
        "247, engineHours,           engineHours,           4, 0.05,       0,    1",
        "84,  speedKph,              speedKph,              2, 0.00390625, 0,    1",
        "84,  speedKph,              speedMph,              2, 0.00390625, 0,    1.609344",
        "110, coolantTempC,          coolantTempC,          1, 1,          -40,  1",
        "110, coolantTempC,          coolantTempF,          1, 1,          -40,  F",
        "100, oilPressureKpa,        oilPressureKpa,        1, 4,          0,    1",
        "100, oilPressureKpa,        oilPressurePsi,        1, 4,          0,    6.894757293168361",
        "100, oilPressureKpa,        oilPressureBar,        1, 4,          0,    100",
        "108, barometricPressureKpa, barometricPressureKpa, 1, 0.5,        0,    1",
        "108, barometricPressureKpa, barometricPressureHpa, 1, 0.5,        0,    0.1",
        "108, barometricPressureKpa, barometricPressurePsi, 1, 0.5,        0,    6.894757293168361",
        "171, ambientTempC,          ambientTempC,          2, 0.03125,    -273, 1",
        "171, ambientTempC,          ambientTempF,          2, 0.03125,    -273, F",
    })
    void areRejectedInEveryUnit(
            int spn,
            String component,
            String field,
            int bytes,
            BigDecimal resolution,
            BigDecimal offset,
            String factor)
            throws Exception {
        long unit = 1L << 8 * (bytes - 1);
        JsonNode rule = sentinelRule(component);
        for (long raw :
                new long[] {0xFE * unit, 0xFF * unit - 1, 0xFF * unit, 0xFF * unit + unit - 1}) {
            double received = received(component, field, sent(raw, resolution, offset, factor));
            assertThat(breaks(rule, received)).as("raw %x as %s", raw, received).isTrue();
        }
        // Rounding may move a value just above the limit, so a value slightly below the last valid
        // one is used.
        long belowLast = 0xFAL * unit + (unit - 1) - (bytes == 1 ? 1 : unit / 16);
        double received = received(component, field, sent(belowLast, resolution, offset, factor));
        assertThat(breaks(rule, received)).as("valid %x as %s", belowLast, received).isFalse();
    }

    private static BigDecimal sent(
            long raw, BigDecimal resolution, BigDecimal offset, String factor) {
        BigDecimal own = BigDecimal.valueOf(raw).multiply(resolution).add(offset);
        BigDecimal other =
                factor.equals("F")
                        ? own.multiply(new BigDecimal("1.8")).add(BigDecimal.valueOf(32))
                        : own.divide(new BigDecimal(factor), MathContext.DECIMAL128);
        return other.setScale(GATEWAY_DECIMALS, RoundingMode.HALF_UP);
    }

    private static double received(String component, String field, BigDecimal sent) {
        String json =
                "{\"time\":\"2026-01-05T08:00:00Z\",\""
                        + field
                        + "\":"
                        + sent.toPlainString()
                        + "}";
        return MineJson.mapper().valueToTree(telemetry(json)).get(component).doubleValue();
    }

    private static Telemetry telemetry(String json) {
        RawMessage message =
                new RawMessage(
                        "pit/v1/haultruck/T-01/telemetry",
                        json.getBytes(StandardCharsets.UTF_8),
                        Instant.EPOCH,
                        false);
        DecodeResult result = new MessageDecoder().decode(message);
        assertThat(result).as(json).isInstanceOf(DecodeResult.Readable.class);
        return ((DecodeResult.Readable) result).reading().telemetry();
    }

    private static boolean breaks(JsonNode rule, double value) {
        double max = rule.get("max_value").doubleValue();
        boolean strict = rule.path("strict_max").asBoolean();
        return strict ? value >= max : value > max;
    }

    private static JsonNode sentinelRule(String component) throws Exception {
        List<JsonNode> rules = new ArrayList<>();
        try (InputStream yaml =
                SentinelUnitsTest.class.getResourceAsStream("/validation-suite.yaml")) {
            for (JsonNode rule : new YAMLMapper().readTree(yaml).get("rules")) {
                if (rule.get("name").asText().endsWith("-sentinel")
                        && rule.path("column").asText().equals(component)
                        && rule.path("action").asText().equals("reject")) {
                    rules.add(rule);
                }
            }
        }
        assertThat(rules).as("sentinel rules of %s", component).hasSize(1);
        return rules.get(0);
    }
}
