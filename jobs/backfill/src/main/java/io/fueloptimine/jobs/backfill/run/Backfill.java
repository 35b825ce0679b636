package io.fueloptimine.jobs.backfill.run;

import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.jobs.backfill.history.History;
import io.fueloptimine.jobs.backfill.spool.Spools;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the graphs of jobs ingest, fuel, alarms and archive over a history, one after the other,
 * each over the records of those before. Rows are written to SQL by upserts and to the lake if it
 * does not contain them, so that a repeated run changes nothing. A run that was interrupted, also
 * by a kill, is continued by the next run with the same settings and files.
 *
 * <p>The jobs begin without state, as newly started jobs do: the drifts, open alarms and cycles of
 * the time before the interval are unknown to them.
 */
public final class Backfill {

    private static final String READ = "read";
    private static final String INGEST = "ingest";
    private static final String FUEL = "fuel";
    private static final String ALARMS = "alarms";
    private static final String ARCHIVE = "archive";

    private final BackfillSettings settings;
    private final History history;
    private final StepProgress progress;

    public Backfill(BackfillSettings settings, History history, StepProgress progress) {
        this.settings = settings;
        this.history = history;
        this.progress = progress;
    }

    /**
     * Runs what is not done yet.
     *
     * @throws io.fueloptimine.models.mine.input.InvalidInputException when the files cannot be read
     */
    public BackfillResult run() throws Exception {
        String input = InputDigest.of(history, settings);
        DoneIntervals done = new DoneIntervals(settings.data());
        Optional<DoneInterval> before = done.of(input);
        if (before.isPresent()) {
            return BackfillResult.of(before.get(), true);
        }
        try (WorkFolder work = WorkFolder.open(settings.data(), input)) {
            List<String> leftOut = read(work);
            SqlMigrations.migrate(settings.sql());
            runJobs(work);
            DoneInterval result =
                    new DoneInterval(
                            input,
                            history.description(),
                            settings.range().from(),
                            settings.range().to(),
                            work.spools().readings().count(),
                            Instant.now(),
                            leftOut);
            done.add(result);
            work.delete();
            return BackfillResult.of(result, false);
        }
    }

    private List<String> read(WorkFolder work) {
        if (!work.isDone(READ)) {
            work.deleteSpools();
            List<String> leftOut =
                    history.extract(
                            settings.range(),
                            work.spools(),
                            percent -> progress.reached(READ, percent));
            work.setDone(READ, leftOut);
        }
        return new ArrayList<>(work.linesOf(READ));
    }

    private void runJobs(WorkFolder work) throws Exception {
        Spools spools = work.spools();
        JobSteps jobs = new JobSteps(settings, spools);
        if (history.isRaw()) {
            long messages = spools.messages().count();
            run(work, INGEST, jobs.ingest(counted(INGEST, messages)));
        }
        long readings = spools.readings().count();
        run(work, FUEL, jobs.fuel(counted(FUEL, readings)));
        run(work, ALARMS, jobs.alarms(counted(ALARMS, readings)));
        run(work, ARCHIVE, jobs.archive(history.isRaw(), counted(ARCHIVE, readings)));
    }

    private void run(WorkFolder work, String step, JobStep.Graph graph) throws Exception {
        if (!work.isDone(step)) {
            new JobStep(work.checkpoints(step), settings.checkpointInterval())
                    .run("FuelOptiMine backfill " + step, graph);
            work.setDone(step, List.of());
        }
        progress.reached(step, StepProgress.ALL);
    }

    private Consumer<Instant> counted(String step, long records) {
        return new RecordProgress(step, records, progress);
    }
}
