package io.fueloptimine.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.FuelWindow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WindowSplitTest {

    private final WindowSplit split = WindowSplit.of(SyntheticWindows.of(20, 100, 1));

    @Test
    void testsOnMachinesOfEveryClassThatItNeverTrainedOn() {
        Set<String> seen = machines(split.training());
        seen.addAll(machines(split.validation()));

        assertThat(machines(split.test())).hasSize(4).doesNotContainAnyElementsOf(seen);
        assertThat(split.test())
                .extracting(FuelWindow::equipmentClass)
                .containsOnly("930E", "793F")
                .contains("930E", "793F");
    }

    @Test
    void validatesAndTestsOnlyOnLaterHours() {
        Instant lastTrained = last(split.training());

        assertThat(split.validation()).allMatch(window -> window.start().isAfter(lastTrained));
        assertThat(split.test()).allMatch(window -> window.start().isAfter(lastTrained));
        assertThat(split.training()).hasSize(16 * 70);
        assertThat(split.validation()).hasSize(16 * 30);
        assertThat(split.test()).hasSize(4 * 30);
    }

    private static Instant last(List<FuelWindow> windows) {
        return windows.stream().map(FuelWindow::start).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Set<String> machines(List<FuelWindow> windows) {
        return windows.stream().map(FuelWindow::machineId).collect(Collectors.toSet());
    }
}
