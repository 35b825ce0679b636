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
 * A search for the parameters that make an objective as small as can be, trial by trial.
 *
 * <p>Every trial's random numbers come from the seed and the trial's number alone, so that a search
 * taken up from its journal goes on exactly as if it had never stopped. Not thread-safe.
 */
public final class Study {

    private final StudySettings settings;
    private final List<Trial> told;
    private final Consumer<Trial> journal;

    private Study(StudySettings settings, List<Trial> told, Consumer<Trial> journal) {
        this.settings = settings;
        this.told = new ArrayList<>(told);
        this.journal = journal;
    }

    /** A search that leaves nothing behind. */
    public static Study inMemory(StudySettings settings) {
        return new Study(settings, List.of(), trial -> {});
    }

    /**
     * A search that writes every trial to a journal, and begins with those already there. The file
     * is created when it is missing.
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
        return Collections.unmodifiableList(told);
    }

    /** The complete trial of the least value, the earliest of equals; empty while there is none. */
    public Optional<Trial> best() {
        return told.stream()
                .filter(trial -> trial.state() == TrialState.COMPLETE)
                .min(Comparator.comparingDouble(trial -> trial.value().orElseThrow()));
    }

    /**
     * Tries until there are so many trials, those of the journal counted.
     *
     * @param listener hears of the new ones
     * @return the best of all; empty when none is complete
     * @throws StudyJournalException when the journal cannot be written, or somebody else wrote it
     */
    public Optional<Trial> run(Objective objective, int trials, StudyListener listener) {
        while (told.size() < trials) {
            Trial trial = tryNext(objective);
            journal.accept(trial);
            told.add(trial);
            listener.told(trial, trials, best());
        }
        return best();
    }

    private Trial tryNext(Objective objective) {
        int number = told.size();
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

    /** Mixed twice: neighbouring numbers, or neighbouring seeds, share no stream. */
    private SplittableRandom stream(int number) {
        long ofStudy = new SplittableRandom(settings.seed()).nextLong();
        return new SplittableRandom(new SplittableRandom(ofStudy + number).nextLong());
    }
}
