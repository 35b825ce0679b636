package io.fueloptimine.jobs.backtest.report;

import io.fueloptimine.jobs.backtest.report.FitProof.Measure;
import io.fueloptimine.jobs.backtest.run.ShiftResult;
import io.fueloptimine.jobs.compare.report.FigureText;
import io.fueloptimine.jobs.compare.report.Table;
import io.fueloptimine.jobs.compare.statistics.MeanInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The tables of the report. */
final class BacktestTables {

    private BacktestTables() {}

    static Table fit(FitProof proof) {
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            rows.add(
                    List.of(
                            measure.label(),
                            proof.holds(measure) ? "met" : "missed",
                            FigureText.fixed(measure.allowedPct(), 0),
                            FigureText.signed(proof.medianPct(measure, true), 1),
                            FigureText.fixed(proof.medianAbsolutePct(measure, true), 1),
                            FigureText.signed(proof.medianPct(measure, false), 1)));
        }
        return new Table(
                "Fit: simulated minus recorded, median shift",
                2,
                List.of(
                        "quantity",
                        "checked",
                        "allowed, %",
                        "checked shifts, %",
                        "checked, absolute, %",
                        "fitted shifts, %"),
                rows);
    }

    static Table fitByShift(FitProof proof) {
        List<String> header = new ArrayList<>(List.of("shift", "use"));
        for (Measure measure : Measure.values()) {
            header.add(measure.text());
            header.add("%");
        }
        List<List<String>> rows = new ArrayList<>();
        for (FitProof.ShiftFit shift : proof.shifts()) {
            List<String> row =
                    new ArrayList<>(
                            List.of(shift.shift().name(), shift.checked() ? "check" : "fit"));
            for (Measure measure : Measure.values()) {
                row.add(FigureText.fixed(shift.recorded(measure), 0));
                row.add(FigureText.signed(shift.deviationPct(measure), 1));
            }
            rows.add(row);
        }
        return new Table("Fit by shift: recorded, and simulated minus recorded", 2, header, rows);
    }

    static Table means(List<ShiftResult> runs) {
        List<List<String>> rows = new ArrayList<>();
        for (String policy : runs.stream().map(ShiftResult::policy).distinct().toList()) {
            List<ShiftResult> own = runs.stream().filter(r -> r.policy().equals(policy)).toList();
            rows.add(
                    List.of(
                            policy,
                            mean(0, own, run -> run.total().tonnes()),
                            mean(0, own, ShiftResult::cycleLitres),
                            FigureText.fixed(
                                    sum(own, ShiftResult::cycleLitres)
                                            / sum(own, run -> run.total().tonnes()),
                                    4),
                            mean(0, own, ShiftResult::emptyL),
                            mean(0, own, ShiftResult::leastEmptyL),
                            mean(1, own, ShiftResult::queueHours),
                            mean(1, own, ShiftResult::cycleHours),
                            mean(2, own, ShiftResult::lastLoadH)));
        }
        return new Table(
                "Policies at the recorded tonnes: means per shift",
                1,
                List.of(
                        "policy",
                        "tonnes",
                        "diesel in cycles, L",
                        "L/t",
                        "empty travel, L",
                        "least, L",
                        "queues, truck h",
                        "in cycles, truck h",
                        "last load, h"),
                rows);
    }

    static Table savings(List<PolicySavings> savings) {
        List<List<String>> rows = new ArrayList<>();
        for (PolicySavings saving : savings) {
            boolean comparable = saving.comparable();
            rows.add(
                    List.of(
                            saving.policy(),
                            saving.reference(),
                            saving.cells() - saving.deviations().size() + " of " + saving.cells(),
                            interval(0, comparable, saving, ShiftSaving::emptyL),
                            interval(0, comparable, saving, ShiftSaving::queueL),
                            interval(0, comparable, saving, ShiftSaving::totalL),
                            interval(2, comparable, saving, ShiftSaving::totalPct),
                            interval(2, true, saving, ShiftSaving::oraclePct),
                            comparable ? FigureText.fixed(saving.ofOraclePct(), 0) : "-"));
        }
        return new Table(
                "Litres saved per shift, with 95 % intervals over the shifts",
                2,
                List.of(
                        "policy",
                        "against",
                        "equal cells",
                        "empty travel, L",
                        "queues, L",
                        "both, L",
                        "both, %",
                        "oracle, %",
                        "empty travel, % of oracle"),
                rows);
    }

    static Table savingsByShift(PolicySavings saving, Map<Integer, String> names) {
        List<List<String>> rows = new ArrayList<>();
        for (int shift : saving.byShift().keySet()) {
            MeanInterval empty = saving.ofShift(shift, ShiftSaving::emptyL);
            MeanInterval oracle = saving.ofShift(shift, ShiftSaving::oracleL);
            rows.add(
                    List.of(
                            names.get(shift),
                            FigureText.difference(empty, 0),
                            FigureText.difference(saving.ofShift(shift, ShiftSaving::queueL), 0),
                            FigureText.signed(oracle.mean(), 0),
                            FigureText.fixed(100 * empty.mean() / oracle.mean(), 0)));
        }
        String title =
                saving.policy()
                        + " against "
                        + saving.reference()
                        + (saving.comparable() ? "" : " (not comparable)")
                        + ": litres saved in each shift";
        return new Table(
                title,
                1,
                List.of("shift", "empty travel, L", "queues, L", "oracle, L", "% of oracle"),
                rows);
    }

    static Table deviations(PolicySavings saving) {
        return new Table(
                saving.policy() + ": not comparable, tonnes over all shifts differ",
                2,
                List.of("face", "destination", "recorded, t", "policy, t", "difference, t"),
                saving.deviations().stream()
                        .map(
                                cell ->
                                        List.of(
                                                cell.cell().faceId(),
                                                cell.cell().dumpId(),
                                                FigureText.fixed(cell.recordedT(), 0),
                                                FigureText.fixed(cell.tonnes(), 0),
                                                FigureText.signed(
                                                        cell.tonnes() - cell.recordedT(), 0)))
                        .toList());
    }

    private static String interval(
            int decimals,
            boolean shown,
            PolicySavings saving,
            ToDoubleFunction<ShiftSaving> quantity) {
        return shown ? FigureText.difference(saving.overShifts(quantity), decimals) : "-";
    }

    private static String mean(
            int decimals, List<ShiftResult> runs, ToDoubleFunction<ShiftResult> quantity) {
        return FigureText.fixed(sum(runs, quantity) / runs.size(), decimals);
    }

    private static double sum(List<ShiftResult> runs, ToDoubleFunction<ShiftResult> quantity) {
        return runs.stream().mapToDouble(quantity).sum();
    }
}
