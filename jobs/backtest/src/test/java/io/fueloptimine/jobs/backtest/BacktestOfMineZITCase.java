package io.fueloptimine.jobs.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fueloptimine.jobs.backtest.records.FmsRecords;
import io.fueloptimine.jobs.backtest.records.MineRecords;
import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.backtest.report.BacktestReport;
import io.fueloptimine.jobs.backtest.report.FitProof.Measure;
import io.fueloptimine.jobs.backtest.report.PolicySavings;
import io.fueloptimine.jobs.backtest.run.Backtest;
import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The fit and the oracle on a real mine's records. */
class BacktestOfMineZITCase {

    @Test
    void theFitHoldsOnUnseenShiftsAndNoPolicyBeatsTheOracle() throws Exception {
        Path folder = MineZ.folder().orElse(null);
        assumeTrue(folder != null, "no real mine's records; " + MineZ.SETTING + " names them");
        MineRecords records = FmsRecords.read(folder, FleetMappingFile.read(MineZ.mapping()));
        assertThat(records.shifts()).hasSize(18);
        assertThat(records.cycles()).isEqualTo(10_222);

        Backtest backtest =
                new Backtest(
                        records,
                        SimulatedExport.classes(),
                        List.of(PolicyName.FIXED, PolicyName.SPTF),
                        101,
                        1);
        Backtest.Outcome outcome = backtest.outcome(2, (done, all) -> {});
        BacktestReport report = BacktestReport.of(backtest, outcome, Optional.empty(), "test");

        for (Measure measure : Measure.values()) {
            assertThat(report.proof().holds(measure)).as(report.text()).isTrue();
        }
        for (PolicySavings saving : report.savings()) {
            assertThat(saving.byShift()).hasSize(18);
            if (saving.policy().equals(PolicyName.FIXED.text())) {
                assertThat(saving.deviations()).isEmpty();
            }
            saving.byShift()
                    .forEach(
                            (shift, seeds) ->
                                    assertThat(seeds.get(0).emptyL())
                                            .as("%s, shift %d", saving.policy(), shift)
                                            .isLessThan(seeds.get(0).oracleL()));
        }
        double recordedT =
                records.shifts().stream().mapToDouble(s -> s.sum(RecordedCycle::payloadT)).sum();
        double movedT =
                outcome.runs().stream()
                        .filter(run -> run.policy().equals("recorded"))
                        .mapToDouble(run -> run.total().tonnes())
                        .sum();
        assertThat(movedT / recordedT).isCloseTo(1, within(0.01));
    }
}
