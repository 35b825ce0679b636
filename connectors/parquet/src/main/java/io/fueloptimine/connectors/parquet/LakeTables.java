package io.fueloptimine.connectors.parquet;

import io.fueloptimine.models.mine.AssignmentReply;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.Note;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.Refuel;
import io.fueloptimine.models.mine.ScoredWindow;
import io.fueloptimine.models.mine.StateChange;
import io.fueloptimine.models.mine.Telemetry;
import java.util.Set;
import java.util.function.Function;

/** The tables of the lake. */
final class LakeTables {

    private static final Set<String> PAYLOADS =
            Set.of("telemetry", "state", "refuel", "note", "reply");

    private LakeTables() {}

    /**
     * Readings with the payloads of all streams flattened; columns of other streams are null. A
     * cycle from a fleet system is one JSON column, because cycles have a table of their own.
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

    /** Scored windows, each revision a row; the one with the most readings is the final one. */
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
