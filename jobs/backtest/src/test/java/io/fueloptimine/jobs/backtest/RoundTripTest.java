package io.fueloptimine.jobs.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.backtest.fit.Road;
import io.fueloptimine.jobs.backtest.mine.Cell;
import io.fueloptimine.jobs.backtest.records.FmsRecords;
import io.fueloptimine.jobs.backtest.records.MineRecords;
import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.backtest.report.BacktestReport;
import io.fueloptimine.jobs.backtest.report.CellDeviation;
import io.fueloptimine.jobs.backtest.report.FitProof.Measure;
import io.fueloptimine.jobs.backtest.report.PolicySavings;
import io.fueloptimine.jobs.backtest.report.ShiftSaving;
import io.fueloptimine.jobs.backtest.run.Backtest;
import io.fueloptimine.jobs.backtest.run.ShiftResult;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of a simulated mine are fitted, replayed and dispatched. */
class RoundTripTest {

    @TempDir static Path folder;

    private static MineRecords records;
    private static Backtest.Outcome outcome;
    private static BacktestReport report;
    private static int exported;

    @BeforeAll
    static void run() throws Exception {
        SimulatedExport export = SimulatedExport.write(folder, 6);
        exported = export.cycles();
        records = FmsRecords.read(folder, export.mapping());
        Backtest backtest =
                new Backtest(
                        records,
                        SimulatedExport.classes(),
                        List.of(PolicyName.FIXED, PolicyName.SPTF),
                        101,
                        1);
        outcome = backtest.outcome(2, (done, all) -> {});
        report = BacktestReport.of(backtest, outcome, Optional.empty(), "test");
    }

    @Test
    void readsEveryCycleIntoItsShift() {
        assertThat(records.shifts()).hasSize(6);
        assertThat(records.cycles()).isEqualTo(exported);
        assertThat(records.shifts().get(0).name()).isEqualTo("2026-01-05 day");
        assertThat(records.classNames()).containsExactly("785D", "793F", "930E");
    }

    @Test
    void recoversThePacesOfTheRecords() {
        Road road = Road.loaded("FACE-1", "CRUSHER");
        double recordedS =
                records.shifts().stream()
                        .filter(Backtest::fitted)
                        .flatMap(shift -> shift.cycles().stream())
                        .filter(
                                cycle ->
                                        cycle.faceId().equals("FACE-1")
                                                && cycle.dumpId().equals("CRUSHER"))
                        .mapToDouble(RecordedCycle::fullTravelS)
                        .average()
                        .orElseThrow();

        assertThat(outcome.fit().paces().seconds(road) / recordedS).isCloseTo(1, within(0.02));
        assertThat(outcome.fit().scales().loadedTravel()).isCloseTo(1, within(0.15));
        assertThat(outcome.fit().scales().emptyTravel()).isCloseTo(1, within(0.15));
    }

    @Test
    void replaysTheShiftsThatTheFitDidNotSee() {
        assertThat(report.proof().medianPct(Measure.TONNES, true)).isCloseTo(0, within(5.0));
        assertThat(report.proof().medianPct(Measure.CYCLES, true)).isCloseTo(0, within(5.0));
        assertThat(report.proof().medianPct(Measure.TRAVEL, true)).isCloseTo(0, within(10.0));
    }

    @Test
    void noPolicySavesMoreEmptyTravelThanTheOracle() {
        assertThat(outcome.runs())
                .allSatisfy(
                        run -> assertThat(run.emptyL()).isGreaterThan(run.leastEmptyL() - 1e-6));
        for (PolicySavings saving : report.savings()) {
            assertThat(saving.byShift().values())
                    .allSatisfy(
                            seeds ->
                                    assertThat(seeds)
                                            .allSatisfy(
                                                    one ->
                                                            assertThat(one.emptyL())
                                                                    .isLessThan(
                                                                            one.oracleL() + 1e-6)));
        }
    }

    @Test
    void everyPolicyMovesTheRecordedTonnes() {
        for (ShiftResult run : outcome.runs()) {
            double recordedT = records.shifts().get(run.shift() - 1).sum(RecordedCycle::payloadT);
            assertThat(run.total().tonnes() / recordedT).isCloseTo(1, within(0.02));
        }
    }

    @Test
    void remaindersOfALoadDoNotAddUpOverTheShifts() {
        SortedMap<Cell, ShiftResult.Moved> recorded = CellDeviation.recorded(records.shifts());
        for (PolicyName policy : List.of(PolicyName.FIXED, PolicyName.SPTF)) {
            SortedMap<Cell, Double> tonnes = new TreeMap<>();
            outcome.runs().stream()
                    .filter(run -> run.policy().equals(policy.text()))
                    .forEach(
                            run ->
                                    run.moved()
                                            .forEach(
                                                    (cell, moved) ->
                                                            tonnes.merge(
                                                                    cell,
                                                                    moved.tonnes(),
                                                                    Double::sum)));
            recorded.forEach(
                    (cell, moved) ->
                            assertThat(tonnes.getOrDefault(cell, 0.0))
                                    .as("%s, %s", policy, cell)
                                    .isCloseTo(moved.tonnes(), within(200.0)));
        }
    }

    @Test
    void shortestProcessingTimeDrivesLessEmptyThanFixedPairs() {
        PolicySavings sptf =
                report.savings().stream()
                        .filter(saving -> saving.policy().equals("sptf"))
                        .filter(saving -> saving.reference().equals("fixed"))
                        .findFirst()
                        .orElseThrow();

        assertThat(sptf.overShifts(ShiftSaving::emptyL).mean()).isPositive();
    }

    @Test
    void writesTheReport() throws IOException {
        report.writeTo(folder.resolve("report"));

        assertThat(Files.readString(folder.resolve("report/report.md")))
                .contains("Litres saved per shift", "2026-01-05 night", "| tonnes |");
        assertThat(Files.readAllLines(folder.resolve("report/runs.csv"))).hasSize(1 + 6 * 3);
        assertThat(report.text()).contains("Fit by shift");
    }
}
