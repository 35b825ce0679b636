package io.fueloptimine.jobs.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.compare.TestRun;
import io.fueloptimine.jobs.compare.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantComparisonTest {

    @Test
    void comparesWithFixedWhereverItStands() {
        List<RunResult> runs =
                List.of(
                        TestRun.of("none", 1).result(),
                        TestRun.of("fixed", 1).result(),
                        TestRun.of("sptf", 1).result());
        VariantComparison base = VariantComparison.allOf(runs).get(0);

        assertThat(base.reference().policy()).isEqualTo("fixed");
        assertThat(base.others())
                .extracting(o -> o.runs().policy())
                .containsExactly("none", "sptf");
    }

    @Test
    void comparesWithTheFirstPolicyWithoutFixed() {
        List<RunResult> runs =
                List.of(TestRun.of("sptf", 1).result(), TestRun.of("none", 1).result());

        assertThat(VariantComparison.allOf(runs).get(0).reference().policy()).isEqualTo("sptf");
    }

    @Test
    void keepsVariantsApart() {
        List<RunResult> runs =
                List.of(
                        TestRun.of("fixed", 1).result(),
                        TestRun.of("sptf", 1).litres(900).result(),
                        TestRun.of("fixed", 1).on("rain").result(),
                        TestRun.of("sptf", 1).on("rain").litres(1_100).result());
        List<VariantComparison> variants = VariantComparison.allOf(runs);

        assertThat(variants).extracting(VariantComparison::variant).containsExactly("base", "rain");
        assertThat(litresPct(variants.get(0))).isEqualTo(-10);
        assertThat(litresPct(variants.get(1))).isEqualTo(10);
    }

    @Test
    void givesDifferencesOverTheComparableRunsAtEightyPercent() {
        PolicyComparison other = comparison(5, 1);

        assertThat(other.comparableRuns()).isEqualTo(4);
        assertThat(other.comparableShare()).isEqualTo(0.8);
        assertThat(other.comparable()).isTrue();
        // The run of seed 5 is not comparable. It burnt 500 L.
        PairedDifference litres = other.differences().get(Quantity.LITRES);
        assertThat(litres.percent()).isEqualTo(new MeanInterval(4, -10, -10, -10));
        assertThat(other.adjustedLitresPct().mean()).isCloseTo(-10, within(1e-9));
        assertThat(other.boundShare()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void givesLitresAdjustedForHaulAloneBelowEightyPercent() {
        PolicyComparison other = comparison(5, 2);

        assertThat(other.comparable()).isFalse();
        assertThat(other.differences()).isEmpty();
        assertThat(other.boundShare()).isNaN();
        assertThat(other.adjustedLitresPct().count()).isEqualTo(5);
        // -10 % in three runs. Half of the tonnes for half of the litres, 0 %, in the other two.
        assertThat(other.adjustedLitresPct().mean()).isCloseTo(-6, within(1e-9));
    }

    @Test
    void pairsOnlySeedsThatBothPoliciesHave() {
        List<RunResult> runs =
                List.of(
                        TestRun.of("fixed", 1).result(),
                        TestRun.of("fixed", 2).result(),
                        TestRun.of("sptf", 3).result(),
                        TestRun.of("sptf", 2).litres(900).result());
        PolicyComparison other = VariantComparison.allOf(runs).get(0).others().get(0);

        assertThat(other.seeds()).extracting(s -> s.pair().run().seed()).containsExactly(2L);
        assertThat(other.differences().get(Quantity.LITRES).percent().mean()).isEqualTo(-10);
    }

    @Test
    void isNotComparableWithoutCommonSeeds() {
        List<RunResult> runs =
                List.of(TestRun.of("fixed", 1).result(), TestRun.of("sptf", 2).result());

        assertThat(VariantComparison.allOf(runs).get(0).others().get(0).comparable()).isFalse();
    }

    @Test
    void rejectsRunsThatCannotBeCompared() {
        assertThatThrownBy(() -> VariantComparison.allOf(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one run");
        RunResult run = TestRun.of("fixed", 7).result();
        assertThatThrownBy(() -> VariantComparison.allOf(List.of(run, run)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fixed, base, 7 has two");
        RunResult rain = TestRun.of("sptf", 7).on("rain").result();
        assertThatThrownBy(() -> VariantComparison.allOf(List.of(run, rain)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("variant rain must have runs of the reference policy fixed");
    }

    /** Runs of the same 2,000 t with 10 % fewer litres; the last runs have half of both. */
    private static PolicyComparison comparison(int seeds, int halved) {
        List<RunResult> runs = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            runs.add(TestRun.of("fixed", seed).ore("F1", 2_000).result());
            boolean half = seed > seeds - halved;
            runs.add(
                    TestRun.of("sptf", seed)
                            .ore("F1", half ? 1_000 : 2_000)
                            .litres(half ? 500 : 900)
                            .emptyKm(45)
                            .result());
        }
        return VariantComparison.allOf(runs).get(0).others().get(0);
    }

    private static double litresPct(VariantComparison variant) {
        return variant.others().get(0).differences().get(Quantity.LITRES).percent().mean();
    }
}
