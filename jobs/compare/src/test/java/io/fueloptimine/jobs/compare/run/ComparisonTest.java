package io.fueloptimine.jobs.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.compare.variant.Variant;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Comparison COMPARISON =
            new Comparison(
                    new RunSettings(
                            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml")),
                            Duration.ofHours(3),
                            Duration.ofSeconds(3),
                            Duration.ofSeconds(5)),
                    List.of(PolicyName.FIXED, PolicyName.FUELOPTIMINE),
                    List.of(Variant.BASE, Variant.RAIN),
                    7,
                    2);

    @Test
    void givesTheSameResultsOnOneThreadAndOnMoreThreadsThanProcessors() throws Exception {
        Comparison.Outcome one = COMPARISON.outcome(1, (done, all) -> {});
        Comparison.Outcome four = COMPARISON.outcome(4, (done, all) -> {});

        assertThat(four.runs()).isEqualTo(one.runs());
    }

    @Test
    void runsEachPolicyOnEachVariantWithEachSeedInOrder() throws Exception {
        List<Integer> progress = new ArrayList<>();
        Comparison.Outcome outcome = COMPARISON.outcome(2, (done, all) -> progress.add(done));

        assertThat(outcome.runs())
                .extracting(run -> run.variant() + " " + run.seed() + " " + run.policy())
                .containsExactly(
                        "base 7 fixed",
                        "base 7 fueloptimine",
                        "base 8 fixed",
                        "base 8 fueloptimine",
                        "rain 7 fixed",
                        "rain 7 fueloptimine",
                        "rain 8 fixed",
                        "rain 8 fueloptimine");
        assertThat(progress).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(outcome.speedUps()).hasSize(2).allMatch(speedUp -> speedUp > 1);
    }
}
