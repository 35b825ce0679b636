package io.fueloptimine.jobs.simulator.pit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Highest rates, breakdowns without a scenario, and the booking of ore in the shipped mine. */
class StationLimitsTest {

    private static final long HOUR_MS = 3_600_000;
    private static final Duration RUN = Duration.ofHours(36);

    @Test
    void aCrusherTakesNoMoreThanItsHighestRateInAnyHour() {
        Run run = new Run(withCrusherRate(1_800), 3).after(RUN);
        List<HauledLoad> loads =
                run.loads.stream().filter(load -> load.dumpId().equals("CRUSHER")).toList();

        double highestT = 0;
        for (HauledLoad last : loads) {
            double hourT =
                    loads.stream()
                            .filter(load -> load.atMs() <= last.atMs())
                            .filter(load -> load.atMs() > last.atMs() - HOUR_MS)
                            .mapToDouble(HauledLoad::tonnes)
                            .sum();
            highestT = Math.max(highestT, hourT);
        }
        assertThat(highestT).isBetween(0.9 * 1_800, 1_800.0);
    }

    @Test
    void oreIsBookedAtTheStockpileToo() {
        Run run = new Run(TestMine.andes(), 3).after(Duration.ofHours(12));
        double oreT = run.sum(Material.ORE);
        double stockT =
                run.loads.stream()
                        .filter(load -> load.dumpId().equals("STOCK"))
                        .mapToDouble(HauledLoad::tonnes)
                        .sum();

        assertThat(stockT).isGreaterThan(1_000);
        assertThat(run.pit.counts().oreT()).isCloseTo(oreT, within(1e-6));
        assertThat(run.pit.counts().wasteT()).isCloseTo(run.sum(Material.WASTE), within(1e-6));
    }

    @Test
    void loadingUnitsAndCrushersBreakDownByThemselvesWhateverTheOrders() {
        Run none = new Run(TestMine.andesWithoutTargets(), 3).after(RUN);
        Run others = new Run(TestMine.andesWithoutTargets(), 3);
        for (int minutes = 0; minutes < RUN.toMinutes(); minutes += 10) {
            others.after(Duration.ofMinutes(minutes));
            for (Truck truck : TestMine.andesWithoutTargets().trucks()) {
                others.pit.obey(
                        TestMine.assignment(
                                truck.id() + minutes,
                                truck.id(),
                                Task.LOAD,
                                "FACE-4",
                                "HX04",
                                others.pit.now().plusSeconds(3_600)));
            }
        }
        others.after(RUN);

        Set<String> stopped = new TreeSet<>();
        for (MachineMessage message : none.messages) {
            if ("DOWN".equals(message.body().get("reason"))
                    && "Stopped".equals(message.body().get("state"))) {
                stopped.add(message.machineId());
            }
        }
        assertThat(stopped).contains("SH01", "HX03");
        assertThat(others.pit.counts().wasteT())
                .isNotCloseTo(none.pit.counts().wasteT(), within(1_000.0));
        none.pit
                .snapshot()
                .stations()
                .forEach(
                        (id, state) -> {
                            var other = others.pit.snapshot().stations().get(id);
                            assertThat(other.breakdown()).as(id).isEqualTo(state.breakdown());
                            assertThat(other.breakdownInMs())
                                    .as(id)
                                    .isEqualTo(state.breakdownInMs());
                        });
    }

    @Test
    void aRestoredMineKeepsTheBreakdownsAndTheLoadsOfTheLastHour() throws Exception {
        Run run = new Run(TestMine.andes(), 3).after(Duration.ofHours(20));
        PitSnapshot snapshot =
                MineJson.fromBytes(MineJson.toBytes(run.pit.snapshot()), PitSnapshot.class);
        Pit restored =
                Pit.restore(
                        TestMine.andes(),
                        PitSettings.of(3).withoutTelemetry(),
                        Conditions.NONE,
                        message -> {},
                        snapshot);

        assertThat(restored.snapshot().stations()).isEqualTo(run.pit.snapshot().stations());
        assertThat(snapshot.stations().get("SH01").lastHour()).isNotEmpty();
    }

    private static MineSite withCrusherRate(double maxTph) {
        MineSite site = TestMine.andes();
        return new MineSite(
                site.site(),
                site.digPlan(),
                site.locations(),
                site.roads(),
                site.truckClasses(),
                site.trucks(),
                site.loadingUnits(),
                site.dumps().stream()
                        .map(
                                dump ->
                                        dump.locationId().equals("CRUSHER")
                                                ? new DumpPoint(
                                                        "CRUSHER", dump.accepts(), 0, maxTph, 2)
                                                : dump)
                        .toList(),
                site.auxMachines(),
                site.edgeNodes());
    }

    /** A run of a mine with the loads that its trucks dumped. */
    private static final class Run {

        final List<HauledLoad> loads = new ArrayList<>();
        final List<MachineMessage> messages = new ArrayList<>();
        final Pit pit;
        private final Instant start = TestMine.START;

        Run(MineSite site, long seed) {
            MineObserver observer =
                    new MineObserver() {
                        @Override
                        public void hauled(HauledLoad load) {
                            loads.add(load);
                        }
                    };
            pit =
                    new Pit(
                            site,
                            new PitSettings(seed, start, false),
                            Conditions.NONE,
                            messages::add,
                            observer);
        }

        Run after(Duration duration) {
            pit.advanceTo(start.plus(duration));
            return this;
        }

        double sum(Material material) {
            return loads.stream()
                    .filter(load -> load.material() == material)
                    .mapToDouble(HauledLoad::tonnes)
                    .sum();
        }
    }
}
