package io.fueloptimine.jobs.backtest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.backtest.TestCycle;
import io.fueloptimine.jobs.backtest.mine.Cell;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import io.fueloptimine.jobs.compare.run.TimeAndFuel;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OwedTonnesTest {

    private static final Cell NEAR = new Cell("F1", "D");
    private static final Map<TruckTimeCategory, TimeAndFuel> NO_TIMES =
            Map.of(TruckTimeCategory.EMPTY, TimeAndFuel.NONE);
    private static final Cell FAR = new Cell("F2", "D");

    /** Two loads of 300 t from F1, one from F2. */
    private static final RecordedShift SHIFT =
            new RecordedShift(
                    "first",
                    1,
                    TestCycle.START,
                    List.of(
                            TestCycle.of("T1", "F1", "D", 0),
                            TestCycle.of("T1", "F1", "D", 60),
                            TestCycle.of("T1", "F2", "D", 120)));

    @Test
    void whatIsMissingIsAddedAndWhatIsTooMuchIsSubtracted() {
        OwedTonnes owed = OwedTonnes.NOTHING.after(SHIFT, moved(Map.of(NEAR, 450.0, FAR, 310.0)));

        assertThat(owed.tonnes()).containsOnly(Map.entry(NEAR, 150.0), Map.entry(FAR, -10.0));
        assertThat(owed.after(SHIFT, moved(Map.of(NEAR, 750.0))).tonnes())
                .containsOnly(Map.entry(NEAR, 0.0), Map.entry(FAR, 290.0));
    }

    private static ShiftResult moved(Map<Cell, Double> tonnes) {
        TreeMap<Cell, ShiftResult.Moved> moved = new TreeMap<>();
        tonnes.forEach((cell, t) -> moved.put(cell, new ShiftResult.Moved(1, t)));
        return new ShiftResult("fixed", 1, 101, moved, NO_TIMES, 0, 0, 12, 0);
    }
}
