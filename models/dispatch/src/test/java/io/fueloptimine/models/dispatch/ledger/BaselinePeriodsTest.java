package io.fueloptimine.models.dispatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselinePeriodsTest {

    private static final Set<String> SITES = Set.of("norte", "andes");

    @Test
    void readsThePeriodOfEachSite() {
        BaselinePeriods periods =
                BaselinePeriods.parse(
                        "andes=2026-05-04T08:00:00Z/2026-05-18T08:00:00Z;"
                                + " norte=2026-06-01T00:00:00Z/2026-06-15T00:00:00Z",
                        SITES);

        assertThat(periods.of("andes"))
                .hasValueSatisfying(
                        period ->
                                assertThat(period.from())
                                        .isEqualTo(Instant.parse("2026-05-04T08:00:00Z")));
        assertThat(periods.of("norte")).isPresent();
        assertThat(periods.of("sur")).isEmpty();
    }

    @Test
    void namesEveryFault() {
        assertThatThrownBy(
                        () ->
                                BaselinePeriods.parse(
                                        "sur=2026-05-04T08:00:00Z/2026-05-18T08:00:00Z;"
                                                + "andes=monday/tuesday;"
                                                + "norte=2026-05-04T08:00:00Z/2026-05-04T08:00:00Z",
                                        SITES))
                .hasMessageContaining("is 'sur', expected one of the sites andes, norte")
                .hasMessageContaining("with the time 'monday'")
                .hasMessageContaining("expected a time after 2026-05-04T08:00:00Z");
    }

    @Test
    void findsTheShiftsOfThePeriod() {
        ShiftTimes times = ShiftTimes.of(8, 12);
        BaselinePeriod period =
                new BaselinePeriod(
                        Instant.parse("2026-05-04T08:00:00Z"),
                        Instant.parse("2026-05-05T08:00:00Z"));
        ShiftWork last = times.blank("andes", times.startMs(Instant.parse("2026-05-05T07:59:59Z")));
        ShiftWork next = times.blank("andes", times.startMs(Instant.parse("2026-05-05T08:00:00Z")));

        assertThat(last.start()).isEqualTo(Instant.parse("2026-05-04T20:00:00Z"));
        assertThat(period.contains(last)).isTrue();
        assertThat(period.contains(next)).isFalse();
        assertThat(period.isBefore(next)).isTrue();
        assertThat(period.isBefore(last)).isFalse();
    }
}
