package io.fueloptimine.jobs.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.compare.variant.Variant;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeverRunTest {

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final RunSettings SHIFT = RunSettings.ofShifts(MINE, 1);

    @Test
    void enginesThatAreSwitchedOffSaveLitresAtTheSameTonnes() throws Exception {
        LeverComparison comparison =
                new LeverComparison(
                        SHIFT,
                        PolicyName.FIXED,
                        List.of(Lever.IDLE_SHUTDOWN),
                        List.of(Variant.BASE),
                        7,
                        1);

        LeverComparison.Pair pair = comparison.pairs(2, (done, all) -> {}).get(0);

        assertThat(pair.with().litres()).isLessThan(0.97 * pair.without().litres());
        assertThat(pair.with().tonnes()).isGreaterThan(0.99 * pair.without().tonnes());
    }

    @Test
    void aLeverThatIsPartOfThePolicyChangesNothing() {
        RunResult plain = new PolicyRun(SHIFT, PolicyName.NONE, Variant.BASE, 7).result();
        RunResult same =
                new PolicyRun(
                                SHIFT,
                                PolicyName.NONE,
                                Variant.BASE,
                                7,
                                Set.of(Lever.PARKING, Lever.DRIFTED_TRUCKS))
                        .result();

        assertThat(same.litres()).isEqualTo(plain.litres());
        assertThat(same.hauled()).isEqualTo(plain.hauled());
    }

    @Test
    void aWornTruckHaulsLessWhenTheDispatchKnowsWhatItBurns() throws Exception {
        LeverComparison comparison =
                new LeverComparison(
                        SHIFT,
                        PolicyName.FUELOPTIMINE,
                        List.of(Lever.DRIFTED_TRUCKS),
                        List.of(Variant.WORN_TRUCK),
                        7,
                        1);

        LeverComparison.Pair pair = comparison.pairs(2, (done, all) -> {}).get(0);

        assertThat(pair.with().litres()).isNotEqualTo(pair.without().litres());
        assertThat(pair.with().tonnes()).isGreaterThan(0.99 * pair.without().tonnes());
    }
}
