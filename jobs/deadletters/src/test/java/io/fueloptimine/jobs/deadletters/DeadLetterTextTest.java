package io.fueloptimine.jobs.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTextTest {

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @Test
    void showsATextPayloadAsText() {
        assertThat(
                        DeadLetterText.details(
                                deadLetter("{\"speedKph\":90}".getBytes(StandardCharsets.UTF_8))))
                .contains("rule         speed", "payload      15 bytes", "{\"speedKph\":90}");
    }

    @Test
    void showsABinaryPayloadAsHexDump() {
        assertThat(DeadLetterText.details(deadLetter(new byte[] {(byte) 0xff, 0, 'A'})))
                .contains("00000000  ff 00 41", "..A");
    }

    @Test
    void replacesControlCharacters() {
        byte[] payload = "\u001b[31mred\u202e".getBytes(StandardCharsets.UTF_8);
        assertThat(DeadLetterText.details(deadLetter(payload)))
                .contains("[31mred")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void jsonHoldsThePayloadAsTextOrInBase64() {
        assertThat(DeadLetterText.json(deadLetter("{}".getBytes(StandardCharsets.UTF_8))))
                .contains("\"payload\":\"{}\"", "\"rule\":\"speed\"")
                .doesNotContain("\n");
        assertThat(DeadLetterText.json(deadLetter(new byte[] {(byte) 0xff})))
                .contains("\"payloadBase64\":\"/w==\"");
    }

    @Test
    void tableHasOneLinePerDeadLetterAndTotalsCountAll() {
        assertThat(DeadLetterText.table(List.of(deadLetter(null), deadLetter(null))).lines())
                .hasSize(3);
        assertThat(DeadLetterText.totals(Map.of("REJECTED speed", 1_200L)))
                .contains("1,200 in total", "1,200  REJECTED speed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai"})
    void isTheSameUnderEveryLocale(String locale) {
        String expected = texts("und", "UTC");

        assertThat(expected).contains("1,200 in total", "2026-01-05T08:00:00Z", "00000000  ff");
        assertThat(texts(locale, "America/Santiago")).isEqualTo(expected);
    }

    private static String texts(String locale, String zone) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        DeadLetter letter = deadLetter(new byte[] {(byte) 0xff, 0, 'A'});
        return DeadLetterText.table(List.of(letter))
                + DeadLetterText.totals(Map.of("REJECTED speed", 1_200L))
                + DeadLetterText.details(letter)
                + DeadLetterText.json(letter);
    }

    private static DeadLetter deadLetter(byte[] payload) {
        return new DeadLetter(
                "q",
                "REJECTED",
                "speed",
                "WARNING",
                "speedKph",
                "90",
                "at most 80",
                "pit/x",
                "T1",
                AT,
                AT,
                false,
                payload,
                null,
                0);
    }
}
