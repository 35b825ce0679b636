package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowReadingCountsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final SoakFleet fleet = new SoakFleet(SoakFleet.TRUCKS * 120L);
    private final WindowReadingCounts tally = new WindowReadingCounts(fleet);

    @Test
    void theRevisionMadeFromMostReadingsCountsWheneverItCame() {
        findAllBut(3, 1);
        int expected = fleet.expectedIn(3, 1);
        find(3, 1, expected);
        find(3, 1, expected - 7);

        assertThat(tally.account("SQL").isExact()).isTrue();
    }

    @Test
    void readingsThatWereToldToBeLateAreNotLost() {
        findAllBut(3, 1);
        find(3, 1, fleet.expectedIn(3, 1) - 2);
        tally.late(fleet.name(3), START.plusSeconds(61));
        tally.late(fleet.name(3), START.plusSeconds(119));

        assertThat(tally.account("SQL").isExact()).isTrue();
    }

    @Test
    void aWindowThatIsMissingIsLostWhole() {
        findAllBut(7, 0);

        StoreAccount account = tally.account("SQL");

        assertThat(account.lost()).isEqualTo(fleet.expectedIn(7, 0));
        assertThat(account.examples()).singleElement().asString().contains("S-007 window 0");
    }

    @Test
    void aWindowThatHoldsTooMuchIsDoubled() {
        findAllBut(-1, -1);
        find(9, 1, fleet.expectedIn(9, 1) + 3);

        assertThat(tally.account("SQL").doubled()).isEqualTo(3);
    }

    @Test
    void windowsOfTheClosingReadingsAreOfNoInterestAndStrangersAre() {
        findAllBut(-1, -1);
        find(0, fleet.windows(), 1);
        assertThat(tally.account("SQL").isExact()).isTrue();

        tally.found("H-001", START, 60);
        assertThat(tally.account("SQL").unexpected()).isEqualTo(1);
    }

    private void findAllBut(int truckLeft, int windowLeft) {
        for (int truck = 0; truck < SoakFleet.TRUCKS; truck++) {
            for (int window = 0; window < fleet.windows(); window++) {
                if (truck != truckLeft || window != windowLeft) {
                    find(truck, window, fleet.expectedIn(truck, window));
                }
            }
        }
    }

    private void find(int truck, int window, int readings) {
        tally.found(fleet.name(truck), START.plusSeconds(60L * window), readings);
    }
}
