package io.fueloptimine.jobs.compare.statistics;

import java.util.List;

/**
 * Whether the two runs of one seed are comparable.
 *
 * @param pair the runs
 * @param deviations the faces and dumps whose tonnes differ too much; empty for comparable runs
 */
public record SeedComparison(RunPair pair, List<TonnesDeviation> deviations) {

    static SeedComparison of(RunPair pair) {
        return new SeedComparison(pair, TonnesDeviation.of(pair));
    }

    /** Whether both runs moved the same tonnes. */
    public boolean comparable() {
        return deviations.isEmpty();
    }
}
