package io.fueloptimine.jobs.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.jobs.compare.TestRun;
import io.fueloptimine.models.mine.site.Material;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mean loads are 100 t: two loads are 200 t. */
class TonnesDeviationTest {

    private static final TestRun FIXED = TestRun.of("fixed", 1);
    private static final TestRun OTHER = TestRun.of("sptf", 1);

    @Test
    void allowsTwoLoadsOfASmallFace() {
        TestRun reference = FIXED.ore("F1", 1_000);

        assertThat(deviations(reference, OTHER.ore("F1", 1_200))).isEmpty();
        assertThat(deviations(reference, OTHER.ore("F1", 800))).isEmpty();
        assertThat(deviations(reference, OTHER.ore("F1", 1_201)))
                .containsExactly(
                        new TonnesDeviation("face F1", 1_000, 1_201, 200),
                        new TonnesDeviation("ore to CRUSHER", 1_000, 1_201, 200));
        assertThat(deviations(reference, OTHER.ore("F1", 799))).hasSize(2);
    }

    @Test
    void allowsOnePercentOfALargeFace() {
        TestRun reference = FIXED.ore("F1", 100_000);

        assertThat(deviations(reference, OTHER.ore("F1", 101_000))).isEmpty();
        assertThat(deviations(reference, OTHER.ore("F1", 99_000))).isEmpty();
        assertThat(deviations(reference, OTHER.ore("F1", 101_001))).hasSize(2);
        assertThat(deviations(reference, OTHER.ore("F1", 98_999))).hasSize(2);
    }

    @Test
    void findsAFaceThatOneOfTheRunsLacks() {
        TestRun both = FIXED.waste("F1", "D1", 1_000).waste("F2", "D1", 500);
        TestRun one = OTHER.waste("F1", "D1", 1_000);

        assertThat(deviations(both, one))
                .extracting(TonnesDeviation::place, TonnesDeviation::difference)
                .containsExactly(tuple("face F2", -500.0), tuple("waste to D1", -500.0));
        assertThat(deviations(one, both)).hasSize(2);
    }

    @Test
    void findsTonnesThatWentToAnotherDump() {
        assertThat(deviations(FIXED.waste("F1", "D1", 1_000), OTHER.waste("F1", "D2", 1_000)))
                .extracting(TonnesDeviation::place)
                .containsExactly("waste to D1", "waste to D2");
    }

    @Test
    void findsOreThatWasHauledAsWaste() {
        assertThat(
                        deviations(
                                FIXED.with("F1", Material.ORE, "D1", 1_000, 1),
                                OTHER.with("F1", Material.WASTE, "D1", 1_000, 1)))
                .extracting(TonnesDeviation::place)
                .containsExactly("ore to D1", "waste to D1");
    }

    @Test
    void addsTheDumpsOfAFace() {
        TestRun reference = FIXED.waste("F1", "D1", 1_000).waste("F1", "D2", 1_000);
        TestRun other = OTHER.waste("F1", "D1", 1_150).waste("F1", "D2", 1_150);

        assertThat(deviations(reference, other))
                .extracting(TonnesDeviation::place)
                .containsExactly("face F1");
    }

    private static List<TonnesDeviation> deviations(TestRun reference, TestRun run) {
        return TonnesDeviation.of(new RunPair(reference.result(), run.result()));
    }
}
