package io.fueloptimine.models.training;

import static io.fueloptimine.models.training.search.TrialState.COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.training.boost.BoostSettings;
import io.fueloptimine.models.training.search.MedianPruner;
import io.fueloptimine.models.training.search.RandomSampler;
import io.fueloptimine.models.training.search.Sampler;
import io.fueloptimine.models.training.search.TpeSampler;
import io.fueloptimine.models.training.search.Trial;
import io.fueloptimine.models.training.search.TrialState;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsSearchTest {

    private static final int TRIALS = 18;
    private static final ModelRecipe RECIPE =
            ModelRecipe.windows(7).with(new BoostSettings(7, 12, 4, 0.2, 5));

    private final TrainingTable table =
            WindowTable.of(SyntheticWindows.of(12, 60, 1), MachineClasses.standard());
    private final List<Trial> trials = new ArrayList<>();

    @Test
    void samplesAdaptivelyAfterTheStartupTrials() {
        search(TpeSampler.DEFAULT);
        List<Trial> byTpe = List.copyOf(trials);
        trials.clear();
        search(new RandomSampler());

        int startup = TpeSampler.DEFAULT.startupTrials();
        assertThat(byTpe).hasSize(TRIALS).noneMatch(trial -> trial.state() == TrialState.FAILED);
        for (int number = 0; number < startup; number++) {
            assertThat(parametersOf(byTpe, number)).isEqualTo(parametersOf(trials, number));
        }
        for (int number = startup; number < TRIALS; number++) {
            assertThat(parametersOf(byTpe, number)).isNotEqualTo(parametersOf(trials, number));
        }
    }

    @Test
    void prunesABadTrialAfterItsFirstFold() {
        search(TpeSampler.DEFAULT);

        Trial hopeless =
                trials.stream()
                        .skip(startOfPruning())
                        .max(Comparator.comparingDouble(SettingsSearchTest::lossOfFirstFold))
                        .orElseThrow();
        assertThat(hopeless.state()).isEqualTo(TrialState.PRUNED);
        assertThat(hopeless.reported()).hasSize(1);
        assertThat(trials.subList(0, startOfPruning())).allMatch(t -> t.state() == COMPLETE);
    }

    @Test
    void takesTheSettingsOfTheTrialWithTheLowestLoss() {
        ModelRecipe best = search(TpeSampler.DEFAULT);

        Trial least =
                trials.stream()
                        .filter(trial -> trial.state() == COMPLETE)
                        .min(Comparator.comparingDouble(trial -> trial.value().orElseThrow()))
                        .orElseThrow();
        assertThat(best.settings().maxDepth()).isEqualTo(least.parameters().integer("max_depth"));
        assertThat(best.settings().mostTrees()).isEqualTo(RECIPE.settings().mostTrees());
        assertThat(best.neverLess()).isEqualTo(RECIPE.neverLess());
    }

    /** So many trials must be complete before one can be worse than most. */
    private static int startOfPruning() {
        return MedianPruner.DEFAULT.startupTrials();
    }

    private static double lossOfFirstFold(Trial trial) {
        return trial.reported().get(0);
    }

    private ModelRecipe search(Sampler sampler) {
        return new SettingsSearch(RECIPE, table)
                .best(
                        sampler,
                        TRIALS,
                        Optional.empty(),
                        (trial, ofTrials, best) -> trials.add(trial));
    }

    private static Object parametersOf(List<Trial> trials, int number) {
        return trials.get(number).parameters();
    }
}
