package io.fueloptimine.jobs.compare.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger on a simulated mine that changes from fixed pairs to another policy. */
class LedgerTrialTest {

    private static final long SEED = 3;

    @Test
    void measuresTheTrueSavingWithinTwoPoints() {
        LedgerTrial trial =
                new LedgerTrial(
                        MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml")), 8, 8);

        List<LedgerTrial.Result> results =
                trial.results(PolicyName.FIXED, List.of(PolicyName.FIXED, PolicyName.SPTF), SEED);

        assertThat(results.get(0).truePct()).isZero();
        assertThat(results.get(0).errorPoints()).isCloseTo(0, within(2.0));
        assertThat(results.get(1).truePct()).isLessThan(-3);
        assertThat(results.get(1).measuredPct() + results.get(1).halfWidthPct()).isNegative();
        assertThat(results.get(1).errorPoints()).isCloseTo(0, within(2.0));
    }
}
