package io.fueloptimine.models.training.search;

import java.util.Comparator;
import java.util.List;

/**
 * The trials that did not fail, split into the best tenth and the rest, each ordered by number.
 *
 * <p>A complete trial ranks before a pruned one. Of two pruned trials, the one with the later last
 * step ranks first; on a tie, the one with the lower value.
 *
 * @param good the best tenth of the trials, rounded up, at most 25
 * @param rest the other trials
 */
record TrialSplit(List<Trial> good, List<Trial> rest) {

    private static final int ONE_IN = 10;
    private static final int MOST_GOOD = 25;

    static final Comparator<Trial> BEST_FIRST =
            Comparator.comparing(Trial::state)
                    .thenComparing(TrialSplit::negatedLastStep)
                    .thenComparing(TrialSplit::lastValue)
                    .thenComparing(Trial::number);

    static TrialSplit of(List<Trial> trials) {
        List<Trial> ranked = trials.stream().sorted(BEST_FIRST).toList();
        int good = Math.min((trials.size() + ONE_IN - 1) / ONE_IN, MOST_GOOD);
        return new TrialSplit(
                byNumber(ranked.subList(0, good)), byNumber(ranked.subList(good, ranked.size())));
    }

    private static List<Trial> byNumber(List<Trial> trials) {
        return trials.stream().sorted(Comparator.comparing(Trial::number)).toList();
    }

    private static int negatedLastStep(Trial trial) {
        return trial.state() == TrialState.COMPLETE ? 0 : -trial.reported().lastKey();
    }

    private static double lastValue(Trial trial) {
        return trial.value().orElseGet(() -> trial.reported().get(trial.reported().lastKey()));
    }
}
