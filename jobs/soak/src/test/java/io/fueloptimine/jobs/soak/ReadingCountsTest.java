package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingCountsTest {

    private final SoakFleet fleet = new SoakFleet(SoakFleet.TRUCKS * 20L);
    private final ReadingCounts tally = new ReadingCounts(fleet, reading -> !fleet.isBad(reading));

    @Test
    void isExactWhenEveryValidReadingWasFoundOnce() {
        findAllBut(-1);

        StoreAccount account = tally.account("lake");

        assertThat(account.isExact()).isTrue();
        assertThat(account.expected()).isEqualTo(tally.distinct());
        assertThat(account.examples()).isEmpty();
    }

    @Test
    void namesAReadingThatIsLost() {
        long lost = firstValidFrom(777);
        findAllBut(lost);

        StoreAccount account = tally.account("lake");

        assertThat(account.lost()).isEqualTo(1);
        assertThat(account.isExact()).isFalse();
        assertThat(account.examples()).containsExactly("lost: " + fleet.describe(lost));
    }

    @Test
    void namesAReadingThatIsThereTwice() {
        findAllBut(-1);
        long again = firstValidFrom(1_234);
        find(again);
        find(again);

        StoreAccount account = tally.account("lake");

        assertThat(account.lost()).isZero();
        assertThat(account.doubled()).isEqualTo(2);
        assertThat(tally.repeats()).isEqualTo(2);
        assertThat(account.examples()).containsExactly("doubled: " + fleet.describe(again));
    }

    @Test
    void whatMustNotBeThereIsUnexpected() {
        findAllBut(-1);
        long bad = 0;
        while (!fleet.isBad(bad)) {
            bad++;
        }
        find(bad);
        tally.found("H-001", 5);

        StoreAccount account = tally.account("lake");

        assertThat(account.unexpected()).isEqualTo(2);
        assertThat(account.isExact()).isFalse();
    }

    private long firstValidFrom(long number) {
        return fleet.isBad(number) ? firstValidFrom(number + 1) : number;
    }

    private void findAllBut(long lost) {
        for (long number = 0; number < fleet.withClosing(); number++) {
            if (number != lost && !fleet.isBad(number)) {
                find(number);
            }
        }
    }

    private void find(long number) {
        tally.found(fleet.name((int) (number % SoakFleet.TRUCKS)), number / SoakFleet.TRUCKS);
    }
}
