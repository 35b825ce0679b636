package io.fueloptimine.jobs.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.backtest.TestCycle;
import io.fueloptimine.jobs.backtest.mine.Cell;
import io.fueloptimine.jobs.backtest.records.MineRecords;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import io.fueloptimine.models.dispatch.scenario.DieselPrice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    private static final MineRecords RECORDS =
            new MineRecords("north", List.of(shift(1), shift(2)), Map.of(), List.of());

    /** Saves 100 and 300 L of empty travel, and 10 L in queues, of 10,000 L in each shift. */
    private static final PolicySavings OURS = savings("fueloptimine", List.of());

    @Test
    void saysInWordsWhatDispatchWouldHaveSavedBesideTheOracle() {
        assertThat(lines(List.of(OURS), Optional.empty()))
                .contains(
                        "fueloptimine would have saved 420 L (95 % interval -2,121 to 2,961) of"
                                + " the 20,000 L that the recorded assignments at north burnt in"
                                + " haul cycles in 2 shifts (shift 1 to shift 2): 2.10 % (95 %"
                                + " interval -10.61 to 14.81). At this rate, 30 days save 12,600 L"
                                + " (95 % interval -63,637 to 88,837).",
                        "Of this, 400 L (95 % interval -2,141 to 2,941) are empty travel. The"
                                + " oracle, which knows all loads beforehand, saves 800 L (95 %"
                                + " interval 800 to 800) of empty travel against the recorded"
                                + " assignments; fueloptimine reaches 50 % of it.");
    }

    @Test
    void aLossIsMoreLitresAndMoreMoney() {
        PolicySavings loss =
                new PolicySavings(
                        "fueloptimine",
                        "recorded",
                        new TreeMap<>(
                                Map.of(
                                        1, List.of(new ShiftSaving(-100, -10, 400, 10_000)),
                                        2, List.of(new ShiftSaving(-300, -10, 400, 10_000)))),
                        List.of(),
                        12);

        assertThat(lines(List.of(loss), DieselPrice.parse("0.50USD/L")))
                .contains(
                        "fueloptimine would have burnt 420 L more (95 % interval -2,121 to 2,961)"
                                + " than the 20,000 L that the recorded assignments at north burnt"
                                + " in haul cycles in 2 shifts (shift 1 to shift 2): 2.10 % more"
                                + " (95 % interval -10.61 to 14.81). At this rate, 30 days burn"
                                + " 12,600 L more (95 % interval -63,637 to 88,837), 6,300 USD (95"
                                + " % interval -31,819 to 44,419).")
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "Empty travel burns 400 L more (95 % interval -2,141 to"
                                                + " 2,941). The oracle"));
    }

    @Test
    void aPriceGivesMoney() {
        assertThat(lines(List.of(OURS), DieselPrice.parse("0.50USD/L")).get(1))
                .endsWith(
                        "12,600 L (95 % interval -63,637 to 88,837), 6,300 USD (95 % interval"
                                + " -31,819 to 44,419).");
    }

    @Test
    void namesThePolicyThatDidOtherWorkAndGivesNoLitresOfIt() {
        PolicySavings other =
                savings(
                        "fueloptimine",
                        List.of(
                                new CellDeviation(new Cell("F1", "D"), 5_000, 4_000),
                                new CellDeviation(new Cell("F2", "D"), 5_000, 7_500)));

        assertThat(lines(List.of(other), Optional.empty()))
                .noneMatch(line -> line.contains("would have saved"))
                .contains(
                        "Not comparable: fueloptimine moves other tonnes than recorded in 2 of 12"
                                + " faces and destinations; most from F2 to D, +2,500 t of 5,000 t."
                                + " Its savings are not given.");
    }

    private static List<String> lines(List<PolicySavings> savings, Optional<DieselPrice> price) {
        return new Headline(RECORDS, new FitProof(List.of()), savings, price).lines();
    }

    private static RecordedShift shift(int number) {
        return new RecordedShift(
                "shift " + number,
                number,
                TestCycle.START,
                List.of(TestCycle.of("T1", "F1", "D", 0)));
    }

    private static PolicySavings savings(String policy, List<CellDeviation> deviations) {
        return new PolicySavings(
                policy,
                "recorded",
                new TreeMap<>(
                        Map.of(
                                1, List.of(new ShiftSaving(100, 10, 400, 10_000)),
                                2, List.of(new ShiftSaving(300, 10, 400, 10_000)))),
                deviations,
                12);
    }
}
