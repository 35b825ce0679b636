package io.fueloptimine.jobs.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.compare.TestRun;
import io.fueloptimine.jobs.compare.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceTonnesTest {

    private static final double[] SCATTER = {-20, 10, 20, -10};

    @Test
    void aFaceIsLessOnlyWhenTheWholeIntervalIsBelowZero() {
        List<RunResult> runs = new ArrayList<>();
        for (int seed = 0; seed < SCATTER.length; seed++) {
            runs.add(run("fixed", seed, 1_000, 1_000));
            runs.add(run("sptf", seed, 1_000, 800));
            runs.add(run("ours", seed, 990 + SCATTER[seed], 950 + SCATTER[seed]));
        }

        List<FaceTonnes> faces = FaceTonnes.of(VariantComparison.allOf(runs).get(0));

        assertThat(faces).extracting(FaceTonnes::policy).containsOnly("ours");
        assertThat(faces)
                .extracting(FaceTonnes::rival)
                .containsExactly("fixed", "fixed", "sptf", "sptf");
        assertThat(faces).extracting(FaceTonnes::faceId).containsExactly("F1", "F2", "F1", "F2");
        assertThat(faces).extracting(FaceTonnes::isLess).containsExactly(false, true, false, false);
        assertThat(faces.get(1).percent().mean()).isCloseTo(-5, within(1e-9));
        assertThat(faces.get(3).rivalT()).isEqualTo(800);
        assertThat(faces.get(3).policyT()).isEqualTo(950);
    }

    @Test
    void onlyRunsWithTheSameSeedAreCompared() {
        List<RunResult> runs =
                List.of(
                        run("fixed", 1, 1_000, 500),
                        run("fixed", 2, 5_000, 500),
                        run("ours", 1, 1_100, 500),
                        run("ours", 3, 2_000, 500));

        FaceTonnes face = FaceTonnes.of(VariantComparison.allOf(runs).get(0)).get(0);

        assertThat(face.rivalT()).isEqualTo(1_000);
        assertThat(face.percent().mean()).isCloseTo(10, within(1e-9));
        assertThat(face.isLess()).isFalse();
    }

    private static RunResult run(String policy, long seed, double oreT, double wasteT) {
        return TestRun.of(policy, seed).ore("F1", oreT).waste("F2", "D", wasteT).result();
    }
}
