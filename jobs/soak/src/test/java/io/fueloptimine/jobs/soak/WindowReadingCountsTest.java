package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowReadingCountsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final SoakFleet fleet = new SoakFleet(SoakFleet.TRUCKS * 120L);
    private final WindowReadingCounts counts = new WindowReadingCounts(fleet);

    @Test
    void theRevisionWithMostReadingsCountsInAnyOrder() {
        addAllBut(3, 1);
        int expected = fleet.expectedIn(3, 1);
        addWindow(3, 1, expected);
        addWindow(3, 1, expected - 7);

        assertThat(counts.account("SQL").isExact()).isTrue();
    }

    @Test
    void readingsRefusedAsLateAreNotLost() {
        addAllBut(3, 1);
        addWindow(3, 1, fleet.expectedIn(3, 1) - 2);
        counts.addLate(fleet.name(3), START.plusSeconds(61));
        counts.addLate(fleet.name(3), START.plusSeconds(119));

        assertThat(counts.account("SQL").isExact()).isTrue();
    }

    @Test
    void allReadingsOfAMissingWindowAreLost() {
        addAllBut(7, 0);

        StoreAccount account = counts.account("SQL");

        assertThat(account.lost()).isEqualTo(fleet.expectedIn(7, 0));
        assertThat(account.examples()).singleElement().asString().contains("S-007 window 0");
    }

    @Test
    void surplusReadingsOfAWindowAreDoubled() {
        addAllBut(-1, -1);
        addWindow(9, 1, fleet.expectedIn(9, 1) + 3);

        assertThat(counts.account("SQL").doubled()).isEqualTo(3);
    }

    @Test
    void windowsOfClosingReadingsAreIgnoredAndForeignWindowsAreUnexpected() {
        addAllBut(-1, -1);
        addWindow(0, fleet.windows(), 1);
        assertThat(counts.account("SQL").isExact()).isTrue();

        counts.add("H-001", START, 60);
        assertThat(counts.account("SQL").unexpected()).isEqualTo(1);
    }

    private void addAllBut(int truckLeft, int windowLeft) {
        for (int truck = 0; truck < SoakFleet.TRUCKS; truck++) {
            for (int window = 0; window < fleet.windows(); window++) {
                if (truck != truckLeft || window != windowLeft) {
                    addWindow(truck, window, fleet.expectedIn(truck, window));
                }
            }
        }
    }

    private void addWindow(int truck, int window, int readings) {
        counts.add(fleet.name(truck), START.plusSeconds(60L * window), readings);
    }
}
