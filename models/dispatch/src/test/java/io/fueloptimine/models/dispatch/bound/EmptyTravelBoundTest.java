package io.fueloptimine.models.dispatch.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmptyTravelBoundTest {

    private static final double EXACT = 1e-9;

    /** Two faces and two dumps on opposite sides: returning to the own face is the long way. */
    @Test
    void sendsEachTruckToTheNearFaceWhenTheLoadsCross() {
        List<HauledLoad> loads =
                List.of(
                        load("1", "EAST", "FACE-EAST", "WEST", 100),
                        load("1", "WEST", "FACE-WEST", "EAST", 120),
                        load("1", "EAST", "FACE-WEST", "EAST", 500),
                        load("1", "WEST", "FACE-EAST", "WEST", 700));

        assertThat(EmptyTravelBound.perShift(loads))
                .singleElement()
                .satisfies(
                        shift -> {
                            assertThat(shift.loads()).isEqualTo(4);
                            assertThat(shift.leftOut()).isZero();
                            assertThat(shift.drivenS()).isEqualTo(1_420);
                            // Both loads of FACE-EAST went WEST (700 s back), both of FACE-WEST
                            // went EAST (500 s back).
                            assertThat(shift.fixedPairsS()).isEqualTo(2 * 700 + 2 * 500);
                            assertThat(shift.optimalS()).isEqualTo(2 * 100 + 2 * 120);
                            assertThat(shift.savingOfFixedPairs())
                                    .isCloseTo(1 - 440.0 / 2_400, within(EXACT));
                        });
    }

    @Test
    void usesTheMedianOfAllShifts() {
        List<HauledLoad> loads =
                List.of(
                        load("b", "D", "F", "D", 100),
                        load("a", "D", "F", "D", 200),
                        load("b", "D", "F", "D", 900),
                        load("b", "D", "F", "D", 400));

        assertThat(EmptyTravelBound.perShift(loads))
                .extracting(ShiftBound::shiftId, ShiftBound::fixedPairsS, ShiftBound::optimalS)
                .containsExactly(tuple("a", 300.0, 300.0), tuple("b", 900.0, 900.0));
    }

    @Test
    void leavesOutALoadWhoseWayBackNobodyDrove() {
        List<HauledLoad> loads =
                List.of(load("1", "D", "F", "D", 60), load("1", "D", "F", "FAR", 80));

        assertThat(EmptyTravelBound.perShift(loads))
                .containsExactly(new ShiftBound("1", 1, 1, 60, 70, 70));
    }

    @Test
    void anUnknownPreviousDumpGivesNoTime() {
        assertThat(EmptyTravelBound.perShift(List.of(load("1", "", "F", "D", 60))))
                .containsExactly(new ShiftBound("1", 0, 1, 0, 0, 0));
    }

    @Test
    void noLoadsGiveNoShifts() {
        assertThat(EmptyTravelBound.perShift(List.of())).isEmpty();
    }

    @Test
    void refusesATimeThatIsNoTime() {
        assertThatThrownBy(() -> load("1", "D", "F", "D", Double.NaN))
                .hasMessage("emptyTravelS is NaN, expected 0 or more");
    }

    /** Small random shifts, compared with all assignments of empty trucks to loads. */
    @Test
    void isTheLeastOfAllAssignments() {
        Random random = new Random(5);
        for (int run = 0; run < 200; run++) {
            List<HauledLoad> loads = randomShift(random);
            EmptyTravelTimes times = EmptyTravelTimes.of(loads);
            List<HauledLoad> compared =
                    loads.stream()
                            .filter(l -> times.of(l.dumpId(), l.loadPlaceId()).isPresent())
                            .toList();

            assertThat(EmptyTravelBound.perShift(loads))
                    .singleElement()
                    .satisfies(
                            shift ->
                                    assertThat(shift.optimalS())
                                            .isCloseTo(least(compared, 0, 0, times), within(1e-6)));
        }
    }

    private static double least(
            List<HauledLoad> loads, int dumped, int taken, EmptyTravelTimes times) {
        if (dumped == loads.size()) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < loads.size(); i++) {
            var time = times.of(loads.get(dumped).dumpId(), loads.get(i).loadPlaceId());
            if ((taken & 1 << i) == 0 && time.isPresent()) {
                least =
                        Math.min(
                                least,
                                time.getAsDouble()
                                        + least(loads, dumped + 1, taken | 1 << i, times));
            }
        }
        return least;
    }

    private static List<HauledLoad> randomShift(Random random) {
        List<HauledLoad> loads = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            loads.add(
                    load(
                            "1",
                            "D" + random.nextInt(3),
                            "F" + random.nextInt(3),
                            "D" + random.nextInt(3),
                            random.nextInt(1_000)));
        }
        return loads;
    }

    private static HauledLoad load(
            String shift, String previousDump, String face, String dump, double emptyTravelS) {
        return new HauledLoad(shift, previousDump, face, dump, emptyTravelS);
    }

    @Test
    void solvesCountsWithAnyCosts() {
        double metres =
                EmptyTravelBound.leastTravel(
                        Map.of("D1", 3, "D2", 1),
                        Map.of("F1", 2, "F2", 2),
                        (dump, face) ->
                                OptionalDouble.of(
                                        (dump.endsWith("1") ? 100 : 250)
                                                + (face.endsWith("1") ? 10 : 40)
                                                + (dump.charAt(1) == face.charAt(1) ? 0 : 500)));

        // D1 to F1 twice, D1 to F2 once, D2 to F2 once.
        assertThat(metres).isEqualTo(2 * 110 + 640 + 290);
    }
}
