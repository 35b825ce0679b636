package io.fueloptimine.jobs.local.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

    @Test
    void isAccountedWhenEveryReadingIsSomewhere() {
        assertThat(summary(new ReadingAccount(100, 90, 7, 3, 5), 0).isAccounted()).isTrue();
    }

    @Test
    void isNotAccountedWhenOneIsMissingOrOver() {
        assertThat(summary(new ReadingAccount(100, 89, 7, 3, 0), 0).isAccounted()).isFalse();
        assertThat(summary(new ReadingAccount(100, 91, 7, 3, 0), 0).isAccounted()).isFalse();
        assertThat(summary(new ReadingAccount(100, 89, 7, 3, 0), 0).render())
                .contains("READINGS ARE MISSING");
    }

    @Test
    void whatWasSentAgainMayHaveArrivedTwice() {
        assertThat(summary(new ReadingAccount(100, 90, 7, 5, 0), 2).isAccounted()).isTrue();
        assertThat(summary(new ReadingAccount(100, 90, 7, 6, 0), 2).isAccounted()).isFalse();
    }

    @Test
    void showsCountsAndRules() {
        assertThat(summary(new ReadingAccount(1_234, 1_234, 0, 0, 0), 0).render())
                .contains("6.0 h of the mine in 6.0 min (60x)", "1,234", "REJECTED decode");
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
