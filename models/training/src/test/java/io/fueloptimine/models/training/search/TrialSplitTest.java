package io.fueloptimine.models.training.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialSplitTest {

    @Test
    void selectsTheBestTenthRoundedUpAndAtMostTwentyFive() {
        assertThat(split(10).good()).hasSize(1);
        assertThat(split(11).good()).hasSize(2);
        assertThat(split(11).rest()).hasSize(9);
        assertThat(split(400).good()).hasSize(25);
    }

    @Test
    void keepsBothPartsInTheOrderOfTheTrials() {
        TrialSplit split = split(21);

        assertThat(split.good()).extracting(Trial::number).containsExactly(18, 19, 20);
        assertThat(split.rest()).extracting(Trial::number).isSorted().hasSize(18);
    }

    @Test
    void ranksPrunedTrialsAfterCompleteOnesByTheirLastStep() {
        Trial complete = Trials.complete(0, 0, 99);
        Trial earlyAndLow = Trials.pruned(1, 1);
        Trial late = Trials.pruned(2, 1, 7);
        Trial lateAndLower = Trials.pruned(3, 8, 6);
        Trial lateWithoutValue = Trials.pruned(4, 1, Double.NaN);
        List<Trial> all = List.of(earlyAndLow, lateWithoutValue, late, complete, lateAndLower);

        assertThat(all.stream().sorted(TrialSplit.BEST_FIRST))
                .containsExactly(complete, lateAndLower, late, lateWithoutValue, earlyAndLow);
    }

    /** So many trials, each better than the one before. */
    private static TrialSplit split(int trials) {
        return TrialSplit.of(
                IntStream.range(0, trials).mapToObj(i -> Trials.complete(i, i, -i)).toList());
    }
}
