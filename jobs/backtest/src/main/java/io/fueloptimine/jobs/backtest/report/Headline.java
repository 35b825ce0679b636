package io.fueloptimine.jobs.backtest.report;

import io.fueloptimine.jobs.backtest.records.MineRecords;
import io.fueloptimine.jobs.backtest.report.FitProof.Measure;
import io.fueloptimine.jobs.backtest.run.ShiftPolicy;
import io.fueloptimine.jobs.compare.report.FigureText;
import io.fueloptimine.jobs.compare.statistics.MeanInterval;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.dispatch.scenario.DieselPrice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The result in words: the first lines of the report. */
final class Headline {

    private static final int SHIFTS_OF_30_DAYS = 60;

    private final MineRecords records;
    private final FitProof proof;
    private final List<PolicySavings> savings;
    private final Optional<DieselPrice> price;

    /**
     * @param price the price of diesel; empty when savings are given in litres alone
     */
    Headline(
            MineRecords records,
            FitProof proof,
            List<PolicySavings> savings,
            Optional<DieselPrice> price) {
        this.records = records;
        this.proof = proof;
        this.savings = savings;
        this.price = price;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(fit());
        List<PolicySavings> shown =
                savings.stream()
                        .filter(one -> one.policy().equals(PolicyName.FUELOPTIMINE.text()))
                        .toList();
        for (PolicySavings one : shown.isEmpty() ? savings : shown) {
            if (one.comparable()) {
                lines.add(saved(one));
                lines.add(oracle(one));
            }
        }
        savings.stream()
                .filter(one -> one.reference().equals(ShiftPolicy.RECORDED.text()))
                .filter(one -> !one.comparable())
                .forEach(one -> lines.add(notComparable(one)));
        return lines;
    }

    private String fit() {
        List<String> missed =
                Arrays.stream(Measure.values())
                        .filter(measure -> !proof.holds(measure))
                        .map(Measure::label)
                        .toList();
        return missed.isEmpty()
                ? "The simulator, fitted to the odd shifts, repeats the even shifts within the"
                        + " allowed deviations."
                : "The simulator, fitted to the odd shifts, does not repeat the even shifts well"
                        + " enough: "
                        + String.join(", ", missed)
                        + " deviate too much. Read the savings with care.";
    }

    private String saved(PolicySavings one) {
        int shifts = one.byShift().size();
        MeanInterval litres = one.overShifts(ShiftSaving::totalL);
        double burntL = shifts * one.overShifts(ShiftSaving::referenceL).mean();
        boolean loss = litres.mean() < 0;
        MeanInterval shown = loss ? negated(litres) : litres;
        MeanInterval pct = one.overShifts(ShiftSaving::totalPct);
        return String.format(
                Locale.ROOT,
                "%s would have %s %s %s the %,.0f L that %s at %s burnt in haul cycles in %d"
                        + " shifts (%s to %s): %s. At this rate, 30 days %s %s%s.",
                one.policy(),
                loss ? "burnt" : "saved",
                amount(shown, shifts, loss ? "L more" : "L"),
                loss ? "than" : "of",
                burntL,
                name(one.reference()),
                records.site(),
                shifts,
                records.shifts().get(0).name(),
                records.shifts().get(records.shifts().size() - 1).name(),
                interval(loss ? negated(pct) : pct, 1, 2, loss ? "% more" : "%"),
                loss ? "burn" : "save",
                amount(shown, SHIFTS_OF_30_DAYS, loss ? "L more" : "L"),
                money(shown));
    }

    /** A loss as a positive amount. */
    private static MeanInterval negated(MeanInterval value) {
        return new MeanInterval(value.count(), -value.mean(), -value.high(), -value.low());
    }

    private String money(MeanInterval litres) {
        return price.map(
                        one ->
                                ", "
                                        + amount(
                                                litres,
                                                SHIFTS_OF_30_DAYS * one.perLitre(),
                                                one.currency().isEmpty()
                                                        ? "in money"
                                                        : one.currency()))
                .orElse("");
    }

    private static String oracle(PolicySavings one) {
        MeanInterval oracleL = one.overShifts(ShiftSaving::oracleL);
        MeanInterval emptyL = one.overShifts(ShiftSaving::emptyL);
        int shifts = one.byShift().size();
        return String.format(
                Locale.ROOT,
                "%s. The oracle, which knows all loads beforehand, saves %s of empty travel against"
                        + " %s; %s reaches %.0f %% of it.",
                emptyTravel(emptyL, one.overShifts(ShiftSaving::totalL).mean() < 0, shifts),
                amount(oracleL, shifts, "L"),
                name(one.reference()),
                one.policy(),
                one.ofOraclePct());
    }

    /**
     * The part of empty travel.
     *
     * @param loss whether all travel and queues together burn more
     */
    private static String emptyTravel(MeanInterval savedL, boolean loss, int shifts) {
        if (!loss) {
            return "Of this, " + amount(savedL, shifts, "L") + " are empty travel";
        }
        return savedL.mean() < 0
                ? "Empty travel burns " + amount(negated(savedL), shifts, "L more")
                : "Empty travel burns " + amount(savedL, shifts, "L less") + ", the rest more";
    }

    private static String notComparable(PolicySavings one) {
        CellDeviation most =
                one.deviations().stream()
                        .max(
                                Comparator.comparingDouble(
                                        cell -> Math.abs(cell.tonnes() - cell.recordedT())))
                        .orElseThrow();
        return String.format(
                Locale.ROOT,
                "Not comparable: %s moves other tonnes than recorded in %d of %d faces and"
                        + " destinations; most from %s to %s, %+,.0f t of %,.0f t. Its savings are"
                        + " not given.",
                one.policy(),
                one.deviations().size(),
                one.cells(),
                most.cell().faceId(),
                most.cell().dumpId(),
                most.tonnes() - most.recordedT(),
                most.recordedT());
    }

    private static String name(String reference) {
        return reference.equals(ShiftPolicy.RECORDED.text())
                ? "the recorded assignments"
                : reference + " pairs";
    }

    private static String amount(MeanInterval value, double times, String unit) {
        return interval(value, times, 0, unit);
    }

    private static String interval(MeanInterval value, double times, int decimals, String unit) {
        String mean = FigureText.fixed(times * value.mean(), decimals) + " " + unit;
        return value.known()
                ? mean
                        + " (95 % interval "
                        + FigureText.fixed(times * value.low(), decimals)
                        + " to "
                        + FigureText.fixed(times * value.high(), decimals)
                        + ")"
                : mean;
    }
}
