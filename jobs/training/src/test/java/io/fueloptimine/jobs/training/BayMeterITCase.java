package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares the litres of the windows of a simulated mine with the meter of its fuel bay. */
class BayMeterITCase {

    /** Less covered intervals are left out; those of auxiliary machines have no windows. */
    private static final double LEAST_COVERED = 0.95;

    private static final Duration TWO_DAYS = Duration.ofHours(48);

    private static final List<Refuel> REFUELS = new ArrayList<>();
    private static MineSite site;
    private static List<FuelWindow> windows;

    @BeforeAll
    static void twoDaysOfAMine() {
        site = MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
        PitSettings settings = PitSettings.of(11);
        HistoryWindows history = new HistoryWindows(settings.start());
        HistoryReadings readings = new HistoryReadings(site.site(), history);
        Pit pit =
                new Pit(
                        site,
                        settings,
                        Conditions.NONE,
                        message -> {
                            readings.accept(message);
                            if (message.stream() == ReadingStream.REFUEL) {
                                REFUELS.add(refuel(message));
                            }
                        });
        pit.advanceTo(settings.start().plus(TWO_DAYS));
        windows = history.windows();
    }

    @Test
    void theLitresOfTheWindowsAgreeWithTheMeterOfTheFuelBay() {
        assertThat(litresPerLitreMetered(FuelWindow::fuelL)).isEqualTo(1, within(0.03));
    }

    @Test
    void theLitresExpectedByPhysicsAgreeWithTheMeterOfTheFuelBay() {
        PhysicsModel physics = new PhysicsModel(MachineClasses.of(site));

        assertThat(litresPerLitreMetered(physics::expectedLitres)).isEqualTo(1, within(0.15));
    }

    /** Over the intervals between refuellings that the windows cover, of all trucks together. */
    private static double litresPerLitreMetered(ToDoubleFunction<FuelWindow> litres) {
        Map<String, List<Refuel>> byTruck =
                REFUELS.stream()
                        .sorted(Comparator.comparing(Refuel::startedAt))
                        .collect(Collectors.groupingBy(Refuel::truckId));
        double countedL = 0;
        double meteredL = 0;
        int intervals = 0;
        for (List<Refuel> refuels : byTruck.values()) {
            for (int i = 1; i < refuels.size(); i++) {
                List<FuelWindow> between = between(refuels.get(i - 1), refuels.get(i));
                double coveredS = between.stream().mapToDouble(FuelWindow::coveredS).sum();
                double lengthS =
                        Duration.between(end(refuels.get(i - 1)), refuels.get(i).startedAt())
                                .toSeconds();
                if (coveredS >= LEAST_COVERED * lengthS) {
                    countedL += between.stream().mapToDouble(litres).sum();
                    meteredL += refuels.get(i).dispensedL();
                    intervals++;
                }
            }
        }
        assertThat(intervals).isGreaterThan(15);
        return countedL / meteredL;
    }

    private static List<FuelWindow> between(Refuel first, Refuel second) {
        return windows.stream()
                .filter(window -> window.machineId().equals(first.truckId()))
                .filter(window -> !window.start().isBefore(end(first)))
                .filter(window -> !window.end().isAfter(second.startedAt()))
                .toList();
    }

    private static Instant end(Refuel refuel) {
        return refuel.startedAt().plusSeconds((long) refuel.durationS());
    }

    private static Refuel refuel(MachineMessage message) {
        return new Refuel(
                (String) message.body().get("truckId"),
                (Instant) message.body().get("startedAt"),
                ((Number) message.body().get("durationS")).doubleValue(),
                ((Number) message.body().get("dispensedL")).doubleValue(),
                null,
                null);
    }
}
