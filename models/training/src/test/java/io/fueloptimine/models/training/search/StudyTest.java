package io.fueloptimine.models.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class StudyTest {

    private static final SearchSpace SPACE = SearchSpace.of(RealParameter.uniform("x", 0, 1));

    @Test
    void keepsTheLowestValue() {
        Study study = study(1);

        Optional<Trial> best = study.run((at, progress) -> at.real("x"), 20, Trials.NO_LISTENER);

        double least = values(study).min().orElseThrow();
        assertThat(best).isEqualTo(study.best()).isPresent();
        assertThat(best.orElseThrow().value()).hasValue(least);
    }

    @Test
    void continuesAfterAnObjectiveThatThrowsOrHasNoFiniteValue() {
        Study study = study(1);

        study.run((at, progress) -> faulty(study.trials().size()), 4, Trials.NO_LISTENER);

        assertThat(study.trials())
                .extracting(Trial::state)
                .containsExactly(
                        TrialState.FAILED,
                        TrialState.FAILED,
                        TrialState.FAILED,
                        TrialState.COMPLETE);
        assertThat(failure(study, 0)).contains("IllegalStateException: out of trees");
        assertThat(failure(study, 1)).contains("must be finite, was NaN");
        assertThat(failure(study, 2)).contains("must be finite, was -Infinity");
        assertThat(study.best().orElseThrow().number()).isEqualTo(3);
    }

    private static double faulty(int number) {
        return switch (number) {
            case 0 -> throw new IllegalStateException("out of trees");
            case 1 -> Double.NaN;
            case 2 -> Double.NEGATIVE_INFINITY;
            default -> 1;
        };
    }

    private static String failure(Study study, int number) {
        return study.trials().get(number).failure().orElseThrow();
    }

    @Test
    void recordsAStoppedTrialAsPrunedAndNotAsTheBest() {
        Study study = study(1);

        study.run(
                (at, progress) -> worsening(progress, study.trials().size()),
                7,
                Trials.NO_LISTENER);

        assertThat(study.trials().subList(0, 5))
                .extracting(Trial::state)
                .containsOnly(TrialState.COMPLETE);
        assertThat(study.trials().subList(5, 7))
                .allSatisfy(
                        trial -> {
                            assertThat(trial.state()).isEqualTo(TrialState.PRUNED);
                            assertThat(trial.value()).isEmpty();
                            assertThat(trial.reported()).hasSize(1);
                        });
        assertThat(study.best().orElseThrow().number()).isZero();
    }

    /** Each trial is worse than the one before; a stopped trial returns the lowest value. */
    private static double worsening(TrialProgress progress, int number) {
        for (int step = 0; step < 3; step++) {
            progress.report(step, number);
            if (progress.shouldStop()) {
                return -1000;
            }
        }
        return number;
    }

    @Test
    void failsATrialWhoseStepsDoNotAscend() {
        Study study = study(1);

        study.run(
                (at, progress) -> {
                    progress.report(3, 1);
                    progress.report(3, 1);
                    return 1;
                },
                1,
                Trials.NO_LISTENER);

        assertThat(failure(study, 0)).contains("step must be above 3, was 3");
    }

    @Test
    void callsTheListenerAfterEachTrial() {
        List<String> calls = new ArrayList<>();
        double[] values = {5, 3, 4};
        Study study = study(1);

        study.run(
                (at, progress) -> values[study.trials().size()],
                3,
                (trial, of, best) ->
                        calls.add(
                                String.format(
                                        "%d of %d: %s, best %s",
                                        trial.number(), of, valueOf(trial), valueOf(best.get()))));

        assertThat(calls)
                .containsExactly(
                        "0 of 3: 5.0, best 5.0", "1 of 3: 3.0, best 3.0", "2 of 3: 4.0, best 3.0");
    }

    private static double valueOf(Trial trial) {
        return trial.value().orElseThrow();
    }

    @Test
    void endsOnAnError() {
        Study study = study(1);

        assertThatThrownBy(
                        () ->
                                study.run(
                                        (at, progress) -> {
                                            throw new StackOverflowError();
                                        },
                                        3,
                                        Trials.NO_LISTENER))
                .isInstanceOf(StackOverflowError.class);
        assertThat(study.trials()).isEmpty();
    }

    @Test
    void hasNoBestWhereNoneIsComplete() {
        assertThat(study(1).run((at, progress) -> Double.NaN, 3, Trials.NO_LISTENER)).isEmpty();
    }

    @Test
    void triesEqualParametersForEqualSeedsOnly() {
        assertThat(tried(7)).isEqualTo(tried(7));
        assertThat(tried(7)).doesNotContainAnyElementsOf(tried(8));
    }

    private static List<TrialParameters> tried(long seed) {
        Study study = study(seed);
        study.run((at, progress) -> Math.abs(at.real("x") - 0.4), 30, Trials.NO_LISTENER);
        return study.trials().stream().map(Trial::parameters).toList();
    }

    private static DoubleStream values(Study study) {
        return study.trials().stream().mapToDouble(trial -> trial.value().orElseThrow());
    }

    private static Study study(long seed) {
        return Study.inMemory(
                new StudySettings("test", seed, SPACE, TpeSampler.DEFAULT, MedianPruner.DEFAULT));
    }
}
