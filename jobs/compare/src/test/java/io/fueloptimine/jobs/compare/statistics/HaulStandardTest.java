package io.fueloptimine.jobs.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.compare.TestRun;
import io.fueloptimine.jobs.compare.run.RunResult;
import io.fueloptimine.models.mine.site.Material;
import java.util.List;
import org.junit.jupiter.api.Test;

class HaulStandardTest {

    /** 1,000 t at 0.1 L/t from the near face and 1,000 t at 0.3 L/t from the deep one: 400 L. */
    private final RunResult reference =
            TestRun.of("fixed", 1)
                    .litres(1_000)
                    .with("NEAR", Material.ORE, "C", 1_000, 0.1)
                    .with("DEEP", Material.ORE, "C", 1_000, 0.3)
                    .result();

    @Test
    void showsThatAPolicySavedOnlyByANearerFace() {
        // All tonnes from the near face: 200 standard litres. Its litres have halved, as its haul.
        RunResult near =
                TestRun.of("sptf", 1)
                        .litres(500)
                        .with("NEAR", Material.ORE, "C", 2_000, 0.1)
                        .result();
        HaulStandard standard = HaulStandard.of(List.of(reference), List.of(reference, near));

        assertThat(standard.litres(near)).isCloseTo(200, within(1e-9));
        assertThat(standard.adjustedLitres(new RunPair(reference, near)))
                .isCloseTo(1_000, within(1e-9));
        assertThat(standard.adjustedPercent(new RunPair(reference, near)))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void measuresLoadsByTheReferenceAndNotByThePolicyItself() {
        // 200 standard litres for half of the haul, although its own trips needed only 100 L.
        RunResult thrifty =
                TestRun.of("sptf", 1)
                        .litres(450)
                        .with("NEAR", Material.ORE, "C", 2_000, 0.05)
                        .result();
        HaulStandard standard = HaulStandard.of(List.of(reference), List.of(reference, thrifty));

        assertThat(standard.adjustedPercent(new RunPair(reference, thrifty)))
                .isCloseTo(-10, within(1e-9));
    }

    @Test
    void takesTheMeanOfAllRunsForARouteThatTheReferenceLacks() {
        RunResult elsewhere =
                TestRun.of("sptf", 1).with("NEAR", Material.ORE, "D", 1_000, 0.4).result();
        HaulStandard standard = HaulStandard.of(List.of(reference), List.of(reference, elsewhere));

        assertThat(standard.litres(elsewhere)).isCloseTo(400, within(1e-9));
    }

    @Test
    void hasNoFigureForARunWithoutTonnes() {
        RunResult idle = TestRun.of("sptf", 1).result();
        HaulStandard standard = HaulStandard.of(List.of(reference), List.of(reference, idle));

        assertThat(standard.adjustedPercent(new RunPair(reference, idle))).isNaN();
    }
}
