package io.fueloptimine.jobs.training.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.FuelWindow;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteWindowsTest {

    private List<FuelWindow> lake = List.of(window("andes"), window("elsewhere"));
    private final SiteWindows windows = new SiteWindows(() -> lake, "andes");

    @Test
    void keepsTheWindowsOfItsMine() throws IOException {
        assertThat(windows.newest()).containsExactly(window("andes"));
    }

    @Test
    void isTheSameListUntilSomethingCame() throws IOException {
        List<FuelWindow> before = windows.newest();
        assertThat(windows.newest()).isSameAs(before);

        lake = List.of(window("andes"), window("andes"));
        assertThat(windows.newest()).hasSize(2);
    }

    private static FuelWindow window(String site) {
        Instant start = Instant.parse("2026-01-05T08:00:00Z");
        return new FuelWindow(
                site,
                "T1",
                EquipmentKind.HAULTRUCK,
                "930E",
                null,
                start,
                start.plusSeconds(60),
                60,
                0,
                5,
                0.5,
                30,
                1,
                220,
                0,
                0,
                3_500,
                90,
                1_900,
                1,
                0,
                null,
                null,
                null,
                null,
                60);
    }
}
