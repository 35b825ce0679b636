package io.fueloptimine.models.training.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A search for the parameters that minimise an objective, trial by trial.
 *
 * <p>The random numbers of a trial depend only on the seed and the trial's number, so a search that
 * is resumed from its journal continues exactly as if it had not been interrupted. Not thread-safe.
 */
public final class Study {

    private final StudySettings settings;
    private final List<Trial> ended;
    private final Consumer<Trial> journal;

    private Study(StudySettings settings, List<Trial> ended, Consumer<Trial> journal) {
        this.settings = settings;
        this.ended = new ArrayList<>(ended);
        this.journal = journal;
    }

    /** Creates a search without a journal. */
    public static Study inMemory(StudySettings settings) {
        return new Study(settings, List.of(), trial -> {});
    }

    /**
     * Creates a search that writes every trial to a journal file and resumes from the trials in the
     * file. The file is created if it does not exist.
     *
     * @throws StudyJournalException when the file is the journal of another search, is damaged
     *     before its last line, or cannot be written
     */
    public static Study journaled(StudySettings settings, Path file) {
        StudyJournal journal = StudyJournal.open(file, settings);
        return new Study(settings, journal.trials(), journal::append);
    }

    /** The trials so far, by number. */
    public List<Trial> trials() {
        return Collections.unmodifiableList(ended);
    }

    /**
     * The complete trial with the lowest value, the earliest one on a tie; empty if there is none.
     */
    public Optional<Trial> best() {
        return ended.stream()
                .filter(trial -> trial.state() == TrialState.COMPLETE)
                .min(Comparator.comparingDouble(trial -> trial.value().orElseThrow()));
    }

    /**
     * Runs the search until it has the given number of trials, including those from the journal.
     *
     * @param listener is called for each new trial
     * @return the best of all trials; empty when none is complete
     * @throws StudyJournalException when the journal cannot be written, or another process has
     *     written to it
     */
    public Optional<Trial> run(TrialObjective objective, int trials, StudyListener listener) {
        while (ended.size() < trials) {
            Trial trial = runNext(objective);
            journal.accept(trial);
            ended.add(trial);
            listener.trialEnded(trial, trials, best());
        }
        return best();
    }

    private Trial runNext(TrialObjective objective) {
        int number = ended.size();
        TrialParameters parameters =
                settings.sampler().suggest(settings.space(), trials(), stream(number));
        TrialProgress progress = new TrialProgress(settings.pruner(), trials());
        try {
            double value = objective.value(parameters, progress);
            if (progress.stopped()) {
                return Trial.pruned(number, parameters, progress.reported());
            }
            requireFinite(value);
            return Trial.complete(number, parameters, value, progress.reported());
        } catch (RuntimeException e) {
            return Trial.failed(number, parameters, e.toString(), progress.reported());
        }
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("the objective must be finite, was " + value);
        }
    }

    /**
     * The random stream of a trial. Seed and number are mixed twice, so that neighbouring numbers
     * and neighbouring seeds give different streams.
     */
    private SplittableRandom stream(int number) {
        long ofStudy = new SplittableRandom(settings.seed()).nextLong();
        return new SplittableRandom(new SplittableRandom(ofStudy + number).nextLong());
    }
}
