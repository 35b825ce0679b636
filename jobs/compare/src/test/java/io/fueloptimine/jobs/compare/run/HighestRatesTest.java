package io.fueloptimine.jobs.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.compare.variant.Variant;
import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.models.mine.dispatch.DispatchTarget.Item;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shifts of the simulated mine with highest rates of people, against a shift without them. */
class HighestRatesTest {

    private static final MineSite MINE =
            withoutTonnesOfDumps(MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml")));
    private static final long SEED = 5;

    /** The largest payload of a truck, t. */
    private static final double LARGEST_LOAD_T = 290 * 1.16;

    private static TargetedShift free;

    /** The mine closes dumps that have their tonnes; its trucks then choose one by themselves. */
    private static MineSite withoutTonnesOfDumps(MineSite mine) {
        DigPlan plan = mine.digPlan();
        return mine.withDigPlan(
                new DigPlan(plan.shiftHours(), plan.faces(), List.of(), plan.oreGradePct()));
    }

    @BeforeAll
    static void runWithoutRates() {
        free = TargetedShift.of(MINE, Variant.BASE, SEED, List.of());
    }

    static Stream<Arguments> rates() {
        return Stream.of(
                rate(face("FACE-1", 1_200), load -> load.faceId().equals("FACE-1")),
                rate(face("FACE-3", 400), load -> load.faceId().equals("FACE-3")),
                rate(
                        new Item(null, Material.WASTE, null, null, 1_500.0, null),
                        load -> load.material() == Material.WASTE),
                rate(dump("CRUSHER", 1_300), load -> load.dumpId().equals("CRUSHER")),
                rate(dump("DUMP-NORTH", 900), load -> load.dumpId().equals("DUMP-NORTH")));
    }

    private static Arguments rate(Item item, Predicate<HauledLoad> counts) {
        return Arguments.of(item, counts);
    }

    private static Item face(String faceId, double maxTph) {
        return new Item(faceId, null, null, null, maxTph, null);
    }

    private static Item dump(String dumpId, double maxTph) {
        return new Item(null, null, dumpId, null, maxTph, null);
    }

    @ParameterizedTest
    @MethodSource("rates")
    void aHighestRateIsHeldAllTheTimeAndCostsOnlyTheTonnesAboveIt(
            Item item, Predicate<HauledLoad> counts) {
        TargetedShift shift = TargetedShift.of(MINE, Variant.BASE, SEED, List.of(item));
        double mostT = TargetedShift.HOURS * item.maxTph();
        double aboveT = free.tonnes(counts) - mostT;
        assertThat(aboveT).isGreaterThan(3 * LARGEST_LOAD_T);
        assertThat(shift.mostAboveT(counts, item.maxTph()))
                .isLessThan(0.02 * mostT + LARGEST_LOAD_T);
        assertThat(shift.tonnes(load -> true))
                .isGreaterThan(0.98 * free.tonnes(load -> true) - aboveT);
    }

    @Test
    void trucksThatARateHoldsBackParkWithTheReason() {
        TargetedShift shift =
                TargetedShift.of(MINE, Variant.BASE, SEED, List.of(face("FACE-1", 600)));

        assertThat(shift.assignments())
                .filteredOn(sent -> sent.reasonCode() == ReasonCode.HIGHEST_RATE)
                .isNotEmpty()
                .allMatch(sent -> sent.task() == Task.PARK);
        assertThat(free.assignments())
                .noneMatch(sent -> sent.reasonCode() == ReasonCode.HIGHEST_RATE);
    }

    @Test
    void aFaceWithTheRateZeroGetsNoTrucks() {
        TargetedShift shift =
                TargetedShift.of(MINE, Variant.BASE, SEED, List.of(face("FACE-5", 0)));

        assertThat(shift.assignments()).noneMatch(sent -> sent.destinationId().equals("FACE-5"));
    }
}
