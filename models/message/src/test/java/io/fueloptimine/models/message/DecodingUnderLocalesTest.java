package io.fueloptimine.models.message;

import static io.fueloptimine.models.message.SampleMessages.TELEMETRY;
import static io.fueloptimine.models.message.SampleMessages.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.input.MineJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readings and rejections as JSON do not depend on the computer. */
class DecodingUnderLocalesTest {

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    private static final Map<String, List<String>> BODIES =
            Map.of(
                    TELEMETRY,
                    List.of(
                            body("\"productionState\":\"Idling\",\"fuelRateLph\":1234.5"),
                            body("\"productionState\":\"IDLING\""),
                            body("\"productionState\":\"ıdlıng\""),
                            body("\"fuelRateLph\":\"١٢\""),
                            "{\"time\":\"٢٠٢٦-01-05T08:00:00Z\"}",
                            "{\"time\":\"05.01.2026 08:00\"}"),
                    "pit/v1/fuelbay/B-1/refuel",
                    List.of(
                            body(
                                    "\"truckId\":\"T-01\",\"startedAt\":\"2026-01-05T07:41:00Z\","
                                            + "\"dispensedVolume\":750.5,"
                                            + "\"volumeUnit\":\"usGallon\"")),
                    "pit/v1/aux/G-1/note",
                    List.of(body("\"text\":\"İzmir: ñandú\"")));

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "de-DE, Europe/Berlin",
        "tr-TR, Europe/Istanbul",
        "ar-EG, America/Santiago",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Kathmandu"
    })
    void areTheSameUnderEveryLocaleAndTimeZone(String locale, String zone) {
        Map<String, String> expected = decoded("und", "UTC");

        assertThat(expected.values())
                .anyMatch(json -> json.contains("2026-01-05T08:00:00Z"))
                .anyMatch(json -> json.contains("REJECTED"));
        assertThat(decoded(locale, zone)).isEqualTo(expected);
    }

    /** The reading or the rejection of each body. */
    private static Map<String, String> decoded(String locale, String zone) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Map<String, String> texts = new TreeMap<>();
        BODIES.forEach(
                (topic, bodies) -> bodies.forEach(body -> texts.put(body, json(topic, body))));
        return texts;
    }

    private static String json(String topic, String body) {
        DecodeResult result = SampleMessages.decode(topic, body.getBytes(StandardCharsets.UTF_8));
        Object value =
                result instanceof DecodeResult.Readable readable
                        ? readable.reading()
                        : ((DecodeResult.Unreadable) result).rejection();
        return new String(MineJson.toBytes(value), StandardCharsets.UTF_8);
    }
}
