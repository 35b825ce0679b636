package io.fueloptimine.jobs.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.observation.CycleRecord;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is rebuilt from the messages is what happened in the pit. */
class MineLogTest {

    private static final Duration SAMPLING = Duration.ofSeconds(60);

    /** What the pit says of itself. */
    private static final class Truth implements MineObserver {
        private final List<CycleRecord> cycles = new ArrayList<>();
        private final Map<TruckTimeCategory, Double> seconds =
                new EnumMap<>(TruckTimeCategory.class);
        private final Map<LoadingUnitKind, Sample> hangS = new EnumMap<>(LoadingUnitKind.class);

        @Override
        public void time(String truckId, TruckTimeCategory category, double s, double litres) {
            seconds.merge(category, s, Double::sum);
        }

        @Override
        public void cycle(CycleRecord cycle) {
            cycles.add(cycle);
        }

        @Override
        public void load(LoadingUnitKind kind, double loadingS, double hang) {
            hangS.computeIfAbsent(kind, k -> new Sample()).add(hang);
        }
    }

    @Test
    void rebuildsCyclesHoursDistancesAndHang() {
        MineSite site = CalibrationMine.site(57);
        PitSettings settings = PitSettings.of(3).withSampling(SAMPLING);
        Truth truth = new Truth();
        MineLog log = new MineLog(site, site.trucks(), SAMPLING.toSeconds(), new PitRecords());
        Pit pit = Pit.withRandomAllocation(site, settings, Conditions.NONE, log, truth);
        log.startMeasuring(settings.start().toEpochMilli());
        pit.advanceTo(settings.start().plus(Duration.ofDays(3)));
        log.stopMeasuring(pit.now().toEpochMilli());

        assertThat((double) log.cycles().size())
                .isCloseTo(truth.cycles.size(), within(0.005 * truth.cycles.size()));
        // The scales of the trucks have errors.
        assertThat(log.cycles().stream().mapToDouble(LoggedCycle::payloadT).average().orElse(0))
                .isCloseTo(
                        truth.cycles.stream()
                                .mapToDouble(CycleRecord::payloadT)
                                .average()
                                .orElse(0),
                        within(1.5));
        for (TruckTimeCategory category : TruckTimeCategory.values()) {
            double hours = truth.seconds.get(category) / 3_600;
            // The pit counts a phase, for example an overhaul, when it ends; the log up to the end.
            double unended = (category == TruckTimeCategory.OUTSIDE ? 0.12 : 0.02) * hours;
            assertThat(log.hours(category)).as(category.name()).isCloseTo(hours, within(unended));
        }
        double emptyM = truth.cycles.stream().mapToDouble(CycleRecord::emptyM).average().orElse(0);
        assertThat(log.cycles().stream().mapToDouble(LoggedCycle::emptyM).average().orElse(0))
                .isCloseTo(emptyM, within(0.02 * emptyM));
        double hangS = truth.hangS.get(LoadingUnitKind.CABLE_SHOVEL).mean();
        assertThat(log.hangS(LoadingUnitKind.CABLE_SHOVEL).mean())
                .isCloseTo(hangS, within(0.02 * hangS));
    }
}
