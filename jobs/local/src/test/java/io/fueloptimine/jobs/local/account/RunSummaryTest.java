package io.fueloptimine.jobs.local.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSummaryTest {

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @Test
    void isAccountedWhenEveryReadingIsSomewhere() {
        assertThat(summary(new ReadingAccount(100, 0, 90, 7, 3, 5), 0).isAccounted()).isTrue();
    }

    @Test
    void isNotAccountedWhenOneIsMissingOrOver() {
        assertThat(summary(new ReadingAccount(100, 0, 89, 7, 3, 0), 0).isAccounted()).isFalse();
        assertThat(summary(new ReadingAccount(100, 0, 91, 7, 3, 0), 0).isAccounted()).isFalse();
        assertThat(summary(new ReadingAccount(100, 0, 89, 7, 3, 0), 0).render())
                .contains("READINGS ARE MISSING");
    }

    @Test
    void whatWasSentAgainMayHaveArrivedTwice() {
        assertThat(summary(new ReadingAccount(100, 0, 90, 7, 5, 0), 2).isAccounted()).isTrue();
        assertThat(summary(new ReadingAccount(100, 0, 90, 7, 6, 0), 2).isAccounted()).isFalse();
    }

    @Test
    void showsCountsAndRules() {
        assertThat(summary(new ReadingAccount(1_234, 0, 1_234, 0, 0, 0), 0).render())
                .contains("6.0 h of the mine in 6.0 min (60x)", "1,234", "REJECTED decode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai"})
    void summaryAndStatusAreTheSameUnderEveryLocaleAndTimeZone(String locale) {
        String expected = texts("und", "UTC");

        assertThat(expected).contains("1,234", "mine 2026-01-05 08:00:00", "0.600 L/t");
        assertThat(texts(locale, "America/Santiago")).isEqualTo(expected);
    }

    private static String texts(String locale, String zone) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Instant at = Instant.parse("2026-01-05T08:00:00Z");
        return summary(new ReadingAccount(1_234, 0, 1_200, 30, 4, 5), 2).render()
                + new RunStatus(
                                at,
                                1_234.5,
                                1_234,
                                5_678,
                                OptionalDouble.of(0.6),
                                3,
                                Optional.of(at.minusSeconds(900)))
                        .render();
    }

    private static RunSummary summary(ReadingAccount account, long repeats) {
        return new RunSummary(
                Duration.ofMinutes(6),
                Duration.ofHours(6),
                account,
                repeats,
                new QualityCounts(7, 3, 0, 0, 0, Map.of("REJECTED decode", 7L)),
                new TableCounts(1, 1, 1, 1, 0, 1, 1, 1),
                1,
                OptionalDouble.of(0.6));
    }
}
