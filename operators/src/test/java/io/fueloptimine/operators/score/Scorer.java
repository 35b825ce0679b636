package io.fueloptimine.operators.score;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.operators.Scores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** The operator that scores, in a harness, with a loader that the test holds in its hand. */
final class Scorer implements AutoCloseable {

    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    /** The harness's operator is a copy, so that its loader can only be reached from here. */
    private static LoaderThreads newest;

    private final LoaderThreads loader = new LoaderThreads();
    private final KeyedBroadcastOperatorTestHarness<
                    String, FuelWindow, ModelAnnouncement, ScoredWindow>
            harness;

    Scorer(Path root) throws Exception {
        this(root, null);
    }

    /** With the state of before, or null for a first start. */
    Scorer(Path root, OperatorSubtaskState savepoint) throws Exception {
        newest = loader;
        harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(
                                new ScoreWindows(
                                        root,
                                        "fuel-window",
                                        Scores.MINES,
                                        ScoreSettings.DEFAULT,
                                        () -> newest),
                                List.of(ScoreWindows.ANNOUNCEMENTS)),
                        FuelWindow::machineKey,
                        Types.STRING,
                        1,
                        1,
                        0);
        if (savepoint != null) {
            harness.initializeState(savepoint);
        }
        harness.open();
    }

    LoaderThreads loader() {
        return loader;
    }

    void score(int minute) throws Exception {
        score(Scores.window("T01", START.plusSeconds(60L * minute), 0, 6.2));
    }

    void score(FuelWindow window) throws Exception {
        harness.processElement(window, window.end().toEpochMilli() - 1);
    }

    void announce(String name, int version) throws Exception {
        harness.processBroadcastElement(new ModelAnnouncement(name, version, START), 0);
    }

    /** A minute after the other, with a new champion every seven of them. */
    void scoreAndChange(int from, int to, Registered registered) throws Exception {
        for (int minute = from; minute < to; minute++) {
            score(minute);
            if (minute % 7 == 0) {
                announce("fuel-window", registered.champion(2 + minute));
            }
        }
    }

    OperatorSubtaskState savepoint() throws Exception {
        return harness.snapshot(1, 1);
    }

    List<ScoredWindow> scores() {
        return harness.extractOutputValues();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
