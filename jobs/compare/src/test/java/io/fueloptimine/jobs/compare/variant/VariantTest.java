package io.fueloptimine.jobs.compare.variant;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.InjectorWear;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.MachineDown;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WetRoad;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VariantTest {

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final Duration SPAN = Duration.ofHours(24);

    @ParameterizedTest
    @EnumSource(Variant.class)
    void aSeedGivesTheSameFaultsForEachPolicy(Variant variant) {
        assertThat(variant.scenario(MINE, SPAN, 5)).isEqualTo(variant.scenario(MINE, SPAN, 5));
    }

    @Test
    void theBaseVariantHasNoFaults() {
        assertThat(Variant.BASE.scenario(MINE, SPAN, 5).faults()).isEmpty();
    }

    @Test
    void rainWetsEveryRoadForFourHoursWithinTheRun() {
        List<WetRoad> wet = faults(Variant.RAIN, WetRoad.class);

        assertThat(wet).hasSize(1);
        assertThat(wet.get(0).segmentIds()).hasSameSizeAs(MINE.roads());
        assertThat(wet.get(0).span().length()).isEqualTo(Duration.ofHours(4));
        assertThat(wet.get(0).span().start()).isBetween(Duration.ZERO, Duration.ofHours(20));
    }

    @Test
    void everyShiftHasOneLoadingUnitAndTwoTrucksDown() {
        List<MachineDown> down = faults(Variant.BREAKDOWNS, MachineDown.class);

        assertThat(down).hasSize(6);
        assertThat(down).filteredOn(this::isUnit).hasSize(2);
        assertThat(down)
                .filteredOn(fault -> fault.span().start().compareTo(Duration.ofHours(12)) < 0)
                .hasSize(3);
    }

    @Test
    void damageStaysOnTwoRoads() {
        List<WetRoad> damaged = faults(Variant.ROAD_DAMAGE, WetRoad.class);

        assertThat(damaged).hasSize(1);
        assertThat(damaged.get(0).segmentIds()).hasSize(2);
        assertThat(damaged.get(0).extraRollingResistancePct()).isEqualTo(2);
    }

    @Test
    void oneTruckIsWornToTheEndOfTheRun() {
        List<InjectorWear> worn = faults(Variant.WORN_TRUCK, InjectorWear.class);

        assertThat(worn).hasSize(1);
        assertThat(worn.get(0).extraFuelPct()).isEqualTo(20);
        assertThat(worn.get(0).span().start()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void seedsDiffer() {
        assertThat(Variant.BREAKDOWNS.scenario(MINE, SPAN, 5))
                .isNotEqualTo(Variant.BREAKDOWNS.scenario(MINE, SPAN, 6));
    }

    private boolean isUnit(MachineDown down) {
        return MINE.loadingUnit(down.machineId()).isPresent();
    }

    private static <F> List<F> faults(Variant variant, Class<F> kind) {
        return variant.scenario(MINE, SPAN, 5).faults().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
