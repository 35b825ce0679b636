package io.fueloptimine.jobs.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.InjectorWear;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.simulator.scenario.ScenarioConditions;
import io.fueloptimine.jobs.simulator.scenario.Span;
import io.fueloptimine.models.dispatch.price.LevelResiduals;
import io.fueloptimine.models.dispatch.price.MachineRatios;
import io.fueloptimine.models.dispatch.price.PriceSettings;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.Truck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ratios of trucks, learned from tank levels in states, in one shift of the shipped mine. */
class LevelRatiosTest {

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final Duration SHIFT = Duration.ofHours(12);
    private static final String WORN = "T09";

    @Test
    void showTheWornTruck() {
        List<MachineMessage> produced = new ArrayList<>();
        Pit pit =
                new Pit(
                        MINE,
                        PitSettings.of(7).withoutTelemetry(),
                        new ScenarioConditions(
                                new Scenario(
                                        "worn",
                                        List.of(
                                                new InjectorWear(
                                                        new Span(Duration.ZERO, SHIFT),
                                                        WORN,
                                                        20,
                                                        Duration.ZERO))),
                                PitSettings.DEFAULT_START),
                        produced::add,
                        MineObserver.NONE);
        DispatchedReadings readings = new DispatchedReadings(MINE.site());
        LevelResiduals levels = new LevelResiduals(MINE, new RoadHaulModel(MINE));
        MachineRatios ratios = new MachineRatios(PriceSettings.DEFAULT);
        Instant end = PitSettings.DEFAULT_START.plus(SHIFT);
        pit.advanceTo(end);
        produced.stream()
                .flatMap(message -> readings.of(message).stream())
                .flatMap(reading -> levels.accept(reading).stream())
                .forEach(ratios::accept);
        double others =
                MINE.trucks().stream()
                        .map(Truck::id)
                        .filter(id -> !id.equals(WORN))
                        .mapToDouble(id -> ratios.ratio(id, end))
                        .average()
                        .orElseThrow();

        assertThat(ratios.ratio(WORN, end) / others).isBetween(1.1, 1.25);
    }
}
