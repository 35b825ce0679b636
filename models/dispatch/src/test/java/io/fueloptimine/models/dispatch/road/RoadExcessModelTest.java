package io.fueloptimine.models.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.plan.FlatMine;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class RoadExcessModelTest {

    private static final Instant NOW = Instant.parse("2026-05-04T18:00:00Z");
    private static final MineSite MINE = new FlatMine().build();
    private static final int ROADS = 10;
    private static final int PASSES = 40;

    private final RoadExcessModel model = new RoadExcessModel(MINE, RoadExcessSettings.DEFAULT);
    private final Random random = new Random(4);

    @Test
    void findsTheExcessOfABadRoadAndItsLitresPerDay() {
        List<RoadExcess> learned = model.learn(shift(road -> road == 3 ? 2 : 0, truck -> 1), NOW);

        RoadExcess worst = learned.get(0);
        assertThat(worst.segmentId()).isEqualTo("R3");
        assertThat(worst.gradingRank()).isEqualTo(1);
        assertThat(worst.excessPct()).isCloseTo(2, within(0.2));
        double pointL = 0.24 * (7 + 0.4 * 1.4);
        assertThat(worst.litresPerDay()).isCloseTo(2 * pointL * 0.7 * PASSES * 2, within(40.0));
        assertThat(worst.litresPerDayLow()).isLessThan(worst.litresPerDay());
        assertThat(learned.stream().filter(excess -> excess.gradingRank() != null)).hasSize(1);
    }

    @Test
    void aTruckThatBurnsTooMuchEverywhereMakesNoRoadBad() {
        List<RoadExcess> learned =
                model.learn(shift(road -> 0, truck -> truck == 0 ? 1.3 : 1), NOW);

        assertThat(learned).hasSize(ROADS).allMatch(excess -> excess.gradingRank() == null);
    }

    @Test
    void oneWildPassInTenDoesNotCount() {
        List<RoadPass> passes = shift(road -> 0, truck -> 1);
        List<RoadPass> wild =
                passes.stream()
                        .map(
                                pass ->
                                        pass.segmentId().equals("R5") && random.nextInt(10) == 0
                                                ? withLitres(pass, 4 * pass.litres())
                                                : pass)
                        .toList();

        assertThat(model.learn(wild, NOW)).allMatch(excess -> excess.gradingRank() == null);
    }

    @Test
    void aRoadThatWasRepairedLosesItsRank() {
        List<RoadPass> passes = new ArrayList<>(shift(road -> road == 3 ? 2 : 0, truck -> 1));
        Instant later = NOW.plus(Duration.ofHours(12));
        for (RoadPass pass : shift(road -> 0, truck -> 1)) {
            passes.add(at(pass, pass.endMs() + Duration.ofHours(12).toMillis()));
        }

        assertThat(model.learn(passes, later)).allMatch(excess -> excess.gradingRank() == null);
    }

    @Test
    void aFewPassesAreNoEvidence() {
        List<RoadPass> few =
                shift(road -> 2, truck -> 1).stream()
                        .filter(pass -> !pass.segmentId().equals("R3"))
                        .toList();
        List<RoadPass> passes = new ArrayList<>(few);
        shift(road -> 2, truck -> 1).stream()
                .filter(pass -> pass.segmentId().equals("R3"))
                .limit(RoadExcessSettings.DEFAULT.leastPasses() - 1)
                .forEach(passes::add);

        assertThat(model.learn(passes, NOW)).extracting(RoadExcess::segmentId).doesNotContain("R3");
        assertThat(model.learn(List.of(), NOW)).isEmpty();
    }

    /** Passes of five trucks over all roads in twelve hours, with a scatter of 4 %. */
    private List<RoadPass> shift(IntToDoubleFunction excessPct, IntToDoubleFunction truckRatio) {
        List<RoadPass> passes = new ArrayList<>();
        for (int number = 0; number < PASSES; number++) {
            for (int road = 0; road < ROADS; road++) {
                int truck = (number + road) % 5;
                boolean loaded = number % 2 == 0;
                double share = loaded ? 1 : 0.4;
                double work = share * (10 + 4 * road);
                double litres =
                        0.24
                                        * (work
                                                + 0.4 * share * 4
                                                + excessPct.applyAsDouble(road)
                                                        * share
                                                        * (7 + 0.4 * 1.4))
                                + FlatMine.LARGE.idleLph() * 0.03;
                passes.add(
                        new RoadPass(
                                MINE.site(),
                                "R" + road,
                                "T" + truck,
                                "OP",
                                FlatMine.LARGE.name(),
                                loaded,
                                "A",
                                NOW.minus(Duration.ofMinutes(18L * (PASSES - number)))
                                        .toEpochMilli(),
                                litres
                                        * truckRatio.applyAsDouble(truck)
                                        * (1 + 0.04 * random.nextGaussian()),
                                0.03,
                                work,
                                share * 4,
                                share * 7,
                                share * 1.4));
            }
        }
        return passes;
    }

    private static RoadPass withLitres(RoadPass pass, double litres) {
        return copy(pass, pass.endMs(), litres);
    }

    private static RoadPass at(RoadPass pass, long endMs) {
        return copy(pass, endMs, pass.litres());
    }

    private static RoadPass copy(RoadPass pass, long endMs, double litres) {
        return new RoadPass(
                pass.site(),
                pass.segmentId(),
                pass.truckId(),
                pass.operatorId(),
                pass.className(),
                pass.loaded(),
                pass.fromLocationId(),
                endMs,
                litres,
                pass.hours(),
                pass.workKwh(),
                pass.slipKwh(),
                pass.pointKwh(),
                pass.pointSlipKwh());
    }
}
