package io.fueloptimine.jobs.backtest.run;

import io.fueloptimine.jobs.backtest.mine.Cell;
import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a policy owes after some shifts: the recorded tonnes of each face and destination minus the
 * tonnes that the policy moved. A place is closed to within half a load; without this correction,
 * these remainders add up over the shifts to more than two loads. Immutable.
 *
 * @param tonnes the tonnes by face and destination, t; negative when the policy moved too many
 */
record OwedTonnes(Map<Cell, Double> tonnes) {

    /** Nothing is owed before the first shift. */
    static final OwedTonnes NOTHING = new OwedTonnes(Map.of());

    OwedTonnes {
        tonnes = Map.copyOf(tonnes);
    }

    /** What is owed after one more shift. */
    OwedTonnes after(RecordedShift shift, ShiftResult result) {
        Map<Cell, Double> owed = new TreeMap<>(tonnes);
        for (RecordedCycle cycle : shift.cycles()) {
            owed.merge(new Cell(cycle.faceId(), cycle.dumpId()), cycle.payloadT(), Double::sum);
        }
        result.moved().forEach((cell, moved) -> owed.merge(cell, -moved.tonnes(), Double::sum));
        return new OwedTonnes(owed);
    }
}
