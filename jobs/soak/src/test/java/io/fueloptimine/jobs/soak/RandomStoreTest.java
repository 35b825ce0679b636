package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The account of a store that loses and doubles readings at random, against counts of the test. */
class RandomStoreTest {

    private static final int TRIALS = 20;

    private final SoakFleet fleet = new SoakFleet(SoakFleet.TRUCKS * 20L);

    @Test
    void everyLossAndEveryRepeatIsCountedInAnyOrderOfTheReadings() {
        Random random = new Random(20260105);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Long> held = new ArrayList<>();
            long lost = 0;
            long repeats = 0;
            for (long reading = 0; reading < fleet.withClosing(); reading++) {
                if (fleet.isBad(reading)) {
                    continue;
                }
                int copies = random.nextInt(50) == 0 ? random.nextInt(4) : 1;
                held.addAll(Collections.nCopies(copies, reading));
                lost += copies == 0 ? 1 : 0;
                repeats += Math.max(0, copies - 1);
            }
            Collections.shuffle(held, random);
            ReadingCounts counts = new ReadingCounts(fleet, reading -> !fleet.isBad(reading));
            held.forEach(reading -> assertThat(add(counts, reading)).isEqualTo(reading));
            StoreAccount account = counts.account("store");

            assertThat(account.lost()).isEqualTo(lost);
            assertThat(account.doubled()).isEqualTo(repeats);
            assertThat(counts.repeats()).isEqualTo(repeats);
            assertThat(account.unexpected()).isZero();
            assertThat(counts.distinct() + lost).isEqualTo(counts.expected());
        }
    }

    @Test
    void anEmptyStoreHasLostEverything() {
        ReadingCounts counts = new ReadingCounts(fleet, reading -> !fleet.isBad(reading));
        StoreAccount account = counts.account("store");

        assertThat(account.lost()).isEqualTo(counts.expected()).isPositive();
        assertThat(account.examples()).hasSize(5);
    }

    @Test
    void aReadingThatIsStoredVeryOftenIsCountedOnceAsDistinct() {
        ReadingCounts counts = new ReadingCounts(fleet, reading -> true);
        for (int i = 0; i < 1_000; i++) {
            add(counts, 7);
        }

        assertThat(counts.distinct()).isEqualTo(1);
        assertThat(counts.repeats()).isEqualTo(999);
        assertThat(counts.account("store").doubled()).isPositive();
    }

    private long add(ReadingCounts counts, long reading) {
        return counts.add(fleet.machineOf(reading), reading / SoakFleet.TRUCKS);
    }
}
