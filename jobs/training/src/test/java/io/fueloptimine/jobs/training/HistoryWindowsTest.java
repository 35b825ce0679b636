package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryWindowsTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final PitSettings SETTINGS = PitSettings.of(11);

    private final MineSite site = MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private final HistoryWindows history = new HistoryWindows(SETTINGS.start());
    private final Pit pit =
            new Pit(site, SETTINGS, Conditions.NONE, new HistoryReadings(site.site(), history));

    /** Sensors are noisy, biased and coarse; their windows still add up to the tanks' truth. */
    @Test
    void accountsForTheDieselThatTheTrucksReallyBurnt() {
        List<FuelWindow> windows = twoHours();

        double told = windows.stream().mapToDouble(FuelWindow::fuelL).sum();

        assertThat(told / pit.counts().burntL()).isCloseTo(1, within(0.02));
    }

    @Test
    void makesOneWindowForEveryTruckAndMinute() {
        List<FuelWindow> windows = twoHours();

        assertThat(windows).hasSize(site.trucks().size() * 120);
        assertThat(windows).allMatch(window -> window.coveredS() > 58 && window.fuelL() >= 0);
        assertThat(windows).allMatch(window -> window.end().isAfter(window.start()));
    }

    private List<FuelWindow> twoHours() {
        Instant end = SETTINGS.start().plus(TWO_HOURS);
        pit.advanceTo(end);
        return history.windows();
    }
}
