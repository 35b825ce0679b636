package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingCountsTest {

    private final SoakFleet fleet = new SoakFleet(SoakFleet.TRUCKS * 20L);
    private final ReadingCounts counts = new ReadingCounts(fleet, reading -> !fleet.isBad(reading));

    @Test
    void isExactWhenEveryValidReadingOccursOnce() {
        addAllBut(-1);

        StoreAccount account = counts.account("lake");

        assertThat(account.isExact()).isTrue();
        assertThat(account.expected()).isEqualTo(counts.distinct());
        assertThat(account.examples()).isEmpty();
    }

    @Test
    void namesAReadingThatIsLost() {
        long lost = firstValidFrom(777);
        addAllBut(lost);

        StoreAccount account = counts.account("lake");

        assertThat(account.lost()).isEqualTo(1);
        assertThat(account.isExact()).isFalse();
        assertThat(account.examples()).containsExactly("lost: " + fleet.describe(lost));
    }

    @Test
    void namesAReadingThatOccursTwice() {
        addAllBut(-1);
        long again = firstValidFrom(1_234);
        addReading(again);
        addReading(again);

        StoreAccount account = counts.account("lake");

        assertThat(account.lost()).isZero();
        assertThat(account.doubled()).isEqualTo(2);
        assertThat(counts.repeats()).isEqualTo(2);
        assertThat(account.examples()).containsExactly("doubled: " + fleet.describe(again));
    }

    @Test
    void badAndForeignReadingsAreUnexpected() {
        addAllBut(-1);
        long bad = 0;
        while (!fleet.isBad(bad)) {
            bad++;
        }
        addReading(bad);
        counts.add("H-001", 5);

        StoreAccount account = counts.account("lake");

        assertThat(account.unexpected()).isEqualTo(2);
        assertThat(account.isExact()).isFalse();
    }

    private long firstValidFrom(long number) {
        return fleet.isBad(number) ? firstValidFrom(number + 1) : number;
    }

    private void addAllBut(long lost) {
        for (long number = 0; number < fleet.withClosing(); number++) {
            if (number != lost && !fleet.isBad(number)) {
                addReading(number);
            }
        }
    }

    private void addReading(long number) {
        counts.add(fleet.name((int) (number % SoakFleet.TRUCKS)), number / SoakFleet.TRUCKS);
    }
}
