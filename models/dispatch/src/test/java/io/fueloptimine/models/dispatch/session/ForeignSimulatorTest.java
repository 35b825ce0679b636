package io.fueloptimine.models.dispatch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The session as dispatcher of another program's mine, against the rule that sends each truck where
 * it would be loaded first.
 */
class ForeignSimulatorTest {

    @ParameterizedTest
    @EnumSource(
            value = ForeignMine.Shape.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LARGE", "HUGE"})
    void movesTheTonnesOfTheRuleWithItsLitresPerTonneAndHoldsFaces(ForeignMine.Shape shape) {
        ForeignClient.Habit habit = new ForeignClient.Habit(30, true, true);

        List<ForeignComparison.Difference> shifts =
                ForeignComparison.shifts(shape, 0.9, habit, 1, 3);

        assertThat(mean(shifts, ForeignComparison.Difference::tonnesPct))
                .as("tonnes, %s", shifts)
                .isGreaterThanOrEqualTo(-0.5);
        assertThat(mean(shifts, ForeignComparison.Difference::litresPerTonnePct))
                .as("litres per tonne, %s", shifts)
                .isLessThanOrEqualTo(0.2);
        assertThat(mean(shifts, each -> each.missedPct() - each.ruleMissedPct()))
                .as("missed, %s", shifts)
                .isLessThanOrEqualTo(2);
        assertThat(shifts).allMatch(each -> each.waits() == 0);
    }

    /** Without plans and without a word about the others, the session remembers its answers. */
    @Test
    void needsNoPlanAndNoWordAboutOtherTrucks() {
        ForeignClient.Habit habit = new ForeignClient.Habit(-1, false, false);

        List<ForeignComparison.Difference> shifts =
                ForeignComparison.shifts(ForeignMine.Shape.OVER_TRUCKED, 0, habit, 1, 3);

        assertThat(mean(shifts, ForeignComparison.Difference::tonnesPct))
                .as("tonnes, %s", shifts)
                .isGreaterThanOrEqualTo(-0.5);
        assertThat(mean(shifts, ForeignComparison.Difference::litresPerTonnePct))
                .as("litres per tonne, %s", shifts)
                .isLessThanOrEqualTo(0.2);
    }

    /** A crusher's queue is longer than the trucks that are there: it works on earlier loads. */
    @Test
    void countsWhatCrushersStillWorkOn() {
        ForeignClient.Habit habit = new ForeignClient.Habit(0, true, true);

        List<ForeignComparison.Difference> shifts =
                ForeignComparison.shifts(ForeignMine.Shape.CRUSHER, 0, habit, 6, 11);

        assertThat(mean(shifts, ForeignComparison.Difference::tonnesPct))
                .as("tonnes, %s", shifts)
                .isGreaterThanOrEqualTo(-0.5);
    }

    private static double mean(
            List<ForeignComparison.Difference> shifts,
            ToDoubleFunction<ForeignComparison.Difference> value) {
        return shifts.stream().mapToDouble(value).average().orElseThrow();
    }
}
