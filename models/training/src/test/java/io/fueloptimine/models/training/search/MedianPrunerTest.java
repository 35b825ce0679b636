package io.fueloptimine.models.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MedianPrunerTest {

    /** At step 0 their median is 3, at step 1 it is 2.5: the fifth had no second step. */
    private static final List<Trial> FIVE =
            List.of(
                    Trials.reporting(0, 1, 1),
                    Trials.reporting(1, 2, 2),
                    Trials.reporting(2, 3, 3),
                    Trials.reporting(3, 4, 4),
                    Trials.reporting(4, 5));

    private static final double NAN = Double.NaN;

    @Test
    void stopsATrialAboveTheMedianAtTheSameStep() {
        assertThat(stops(FIVE, 3.1)).isTrue();
        assertThat(stops(FIVE, 3)).isFalse();
        assertThat(stops(FIVE, 9, 2.6)).isTrue();
        assertThat(stops(FIVE, 9, 2.5)).isFalse();
    }

    @Test
    void usesTheBestValueOfATrial() {
        assertThat(stops(FIVE, 0.5, 100)).isFalse();
    }

    @Test
    void stopsNoTrialBeforeFiveAreComplete() {
        List<Trial> four = new ArrayList<>(FIVE.subList(0, 4));
        four.add(Trials.pruned(4, 1));
        four.add(Trials.failed(5));

        assertThat(stops(four, 100)).isFalse();
    }

    @Test
    void comparesWithCompleteTrialsOnly() {
        List<Trial> trials = new ArrayList<>(FIVE);
        for (int i = 5; i < 20; i++) {
            trials.add(Trials.pruned(i, 1000));
        }

        assertThat(stops(trials, 3.1)).isTrue();
    }

    @Test
    void continuesWhereNoOtherTrialReported() {
        assertThat(stops(FIVE, 9, 9, 9)).isFalse();
    }

    @Test
    void stopsATrialThatHasNoFiniteValue() {
        assertThat(stops(FIVE, NAN)).isTrue();
        assertThat(stops(FIVE, NAN, NAN, NAN)).isTrue();
        assertThat(stops(FIVE, 1, NAN)).isFalse();
    }

    @Test
    void ignoresOtherTrialsWithoutAFiniteValue() {
        List<Trial> trials = new ArrayList<>(FIVE);
        trials.add(Trials.reporting(5, NAN, 1));
        trials.add(Trials.reporting(6, NAN, 1));

        assertThat(stops(trials, 3)).isFalse();
        assertThat(stops(trials, 3.1)).isTrue();
    }

    @Test
    void stopsNoTrialDuringTheWarmUp() {
        MedianPruner pruner = new MedianPruner(5, 1, 1);

        assertThat(pruner.shouldStop(Trials.steps(100), FIVE)).isFalse();
        assertThat(pruner.shouldStop(Trials.steps(100, 100), FIVE)).isTrue();
    }

    @Test
    void checksOnlyAtItsIntervals() {
        List<Trial> trials =
                FIVE.stream().map(t -> Trials.reporting(t.number(), 1, 1, 1, 1, 1)).toList();
        MedianPruner everyThird = new MedianPruner(5, 1, 3);

        assertThat(everyThird.shouldStop(Trials.steps(9), trials)).isFalse();
        assertThat(everyThird.shouldStop(Trials.steps(9, 9), trials)).isTrue();
        assertThat(everyThird.shouldStop(Trials.steps(9, 9, 9), trials)).isFalse();
        assertThat(everyThird.shouldStop(Trials.steps(9, 9, 9, 9), trials)).isFalse();
        assertThat(everyThird.shouldStop(Trials.steps(9, 9, 9, 9, 9), trials)).isTrue();
    }

    @Test
    void makesAMissedCheckAtTheNextReport() {
        List<Trial> trials =
                FIVE.stream().map(t -> Trials.reporting(t.number(), 1, 1, 1, 1, 1)).toList();
        var reported = Trials.steps(9, 9);
        reported.put(4, 9.0);

        assertThat(new MedianPruner(5, 0, 3).shouldStop(reported, trials)).isTrue();
    }

    @Test
    void rejectsInvalidSettings() {
        assertThatThrownBy(() -> new MedianPruner(5, 0, 0))
                .hasMessage("intervalSteps must be 1 or more, was 0");
        assertThatThrownBy(() -> new MedianPruner(0, 0, 1))
                .hasMessage("startupTrials must be 1 or more, was 0");
        assertThatThrownBy(() -> new MedianPruner(5, -1, 1))
                .hasMessage("warmupSteps must be 0 or more, was -1");
    }

    private static boolean stops(List<Trial> trials, double... reported) {
        return MedianPruner.DEFAULT.shouldStop(Trials.steps(reported), trials);
    }
}
