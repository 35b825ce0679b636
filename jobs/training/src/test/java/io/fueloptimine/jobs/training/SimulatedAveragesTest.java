package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulatedAveragesTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void givesTheLitresBetweenTwoTimes() {
        SimulatedAverages averages = new SimulatedAverages(START, START.plusSeconds(60));
        averages.burnt("T01", START.toEpochMilli() + 10_000, 5, 4);
        averages.burnt("T01", START.toEpochMilli() + 11_000, 5, 2);
        averages.burnt("T01", START.toEpochMilli() + 20_500, 5, 1);

        assertThat(averages.of("T01", START, START.plusSeconds(60))).isEqualTo(7);
        assertThat(averages.of("T01", START.plusSeconds(10), START.plusSeconds(11))).isEqualTo(2);
        assertThat(averages.of("T01", START.plusSeconds(11), START.plusSeconds(20))).isZero();
        assertThat(averages.of("T02", START, START.plusSeconds(60))).isNaN();
        assertThat(averages.of("T01", null, START.plusSeconds(60))).isNaN();
    }

    /** Engines differ by 3 % and operators by 4 %, in both directions. */
    @Test
    void areTheLitresOfTheHistoryWithoutTheFactorsOfTrucksAndOperators() {
        MineSite mine = MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
        MineHistory history =
                SimulatedHistory.of(mine, 7, Duration.ofHours(4), TrainingProgress.SILENT);

        Map<String, List<FuelWindow>> trucks =
                history.windows().stream().collect(Collectors.groupingBy(FuelWindow::machineId));
        DoubleSummaryStatistics ratios =
                trucks.values().stream()
                        .mapToDouble(windows -> litres(windows) / average(history, windows))
                        .summaryStatistics();

        assertThat(ratios.getAverage()).isCloseTo(1, within(0.02));
        assertThat(ratios.getMin()).isBetween(0.85, 0.98);
        assertThat(ratios.getMax()).isBetween(1.02, 1.15);
    }

    private static double litres(List<FuelWindow> windows) {
        return windows.stream().mapToDouble(FuelWindow::fuelL).sum();
    }

    private static double average(MineHistory history, List<FuelWindow> windows) {
        return windows.stream()
                .mapToDouble(w -> history.averageLitres().of(w.machineId(), w.start(), w.end()))
                .sum();
    }
}
