package io.fueloptimine.jobs.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.compare.TestRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {

    @Test
    void leavesOutPoliciesThatAreBeaten() {
        PolicyRuns little = policy("little", 1_000, 300);
        PolicyRuns wasteful = policy("wasteful", 1_500, 700);
        PolicyRuns middle = policy("middle", 2_000, 600);
        PolicyRuns equalTonnes = policy("equal tonnes", 2_000, 601);
        PolicyRuns much = policy("much", 3_000, 900);

        assertThat(ParetoFront.of(List.of(much, wasteful, equalTonnes, middle, little)))
                .containsExactly(little, middle, much);
    }

    @Test
    void keepsEqualPolicies() {
        PolicyRuns none = policy("none", 1_000, 300);
        PolicyRuns fixed = policy("fixed", 1_000, 300);

        assertThat(ParetoFront.of(List.of(none, fixed))).containsExactlyInAnyOrder(none, fixed);
    }

    private static PolicyRuns policy(String name, double tonnes, double litres) {
        return new PolicyRuns(
                name, List.of(TestRun.of(name, 1).ore("F1", tonnes).litres(litres).result()));
    }
}
