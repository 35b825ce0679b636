package io.fueloptimine.connectors.parquet;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.AssignmentReply;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;
import java.util.Set;
import java.util.function.Function;

/** The tables of the lake. */
final class LakeTables {

    private static final Set<String> PAYLOADS =
            Set.of("telemetry", "state", "refuel", "note", "reply");

    private LakeTables() {}

    /**
     * The table of readings. The contents of all streams have columns in this table; in a row, the
     * columns of other streams are null. A cycle from a fleet management system is a single JSON
     * column, because cycles have their own table.
     */
    static LakeTable<Reading> readings() {
        return new LakeTable<Reading>("readings")
                .with(Reading.class, Function.identity(), PAYLOADS)
                .with(Telemetry.class, Reading::telemetry, Set.of())
                .with(StateChange.class, Reading::state, Set.of())
                .with(Refuel.class, Reading::refuel, Set.of())
                .with(Note.class, Reading::note, Set.of())
                .with(AssignmentReply.class, Reading::reply, Set.of())
                .end();
    }

    /**
     * The table of scored windows. Each revision of a window is a row; the row with the most
     * readings is the final one.
     */
    static LakeTable<ScoredWindow> windows() {
        return new LakeTable<ScoredWindow>("windows")
                .with(FuelWindow.class, ScoredWindow::window, Set.of("start", "end"))
                .column("window_start", LakeType.TIME, scored -> scored.window().start())
                .column("window_end", LakeType.TIME, scored -> scored.window().end())
                .with(ScoredWindow.class, Function.identity(), Set.of("window"))
                .end();
    }

    static LakeTable<HaulCycle> cycles() {
        return new LakeTable<HaulCycle>("cycles")
                .with(HaulCycle.class, Function.identity(), Set.of())
                .end();
    }
}
