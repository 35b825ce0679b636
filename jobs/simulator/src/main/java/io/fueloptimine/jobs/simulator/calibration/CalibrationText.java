package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.calibration.Anchor.Origin;
import io.fueloptimine.jobs.simulator.calibration.CalibrationReport.Row;
import java.util.List;
import java.util.Locale;

/** Formats a calibration report as a text table. */
public final class CalibrationText {

    private final StringBuilder text = new StringBuilder();

    private CalibrationText() {}

    /** The report as text; each line ends with a line feed. */
    public static String of(CalibrationReport report) {
        return new CalibrationText().report(report);
    }

    private String report(CalibrationReport report) {
        line("%s, %d days, seed %d", report.mine(), report.days(), report.seed());
        rows("results of the run", report.rows(Origin.EMERGENT));
        rows("inputs fitted to the anchor", report.rows(Origin.DRAWN));
        if (!report.burn().isEmpty()) {
            burn(report.burn());
        }
        return text.toString();
    }

    private void rows(String title, List<Row> rows) {
        line("");
        line(
                "%-38s %5s %10s %9s %10s %9s",
                title, "unit", "anchor", "+-", "simulator", "deviation");
        for (Row row : rows) {
            Anchor anchor = row.anchor();
            line(
                    "%-38s %5s %10s %9s %10s %+8.1f%%%s",
                    anchor.quantity(),
                    anchor.unit(),
                    formatted(anchor.value()),
                    formatted(anchor.tolerance()),
                    formatted(row.simulated()),
                    row.deviationPct(),
                    row.met() ? "" : "  MISSED");
        }
        line("%d of %d met", rows.stream().filter(Row::met).count(), rows.size());
    }

    private void burn(List<BurnRow> rows) {
        line("");
        line(
                "%-22s %22s %8s %11s %18s",
                "fuel rate, L/h", "anchor (95 %)", "truth", "regression", "its interval");
        for (BurnRow row : rows) {
            line(
                    "%-22s %8s (%4.0f..%4.0f) %8.1f %11.1f %8.1f..%8.1f%s%s",
                    row.kind(),
                    formatted(row.anchorLph()),
                    row.anchorLowLph(),
                    row.anchorHighLph(),
                    row.trueLph(),
                    row.regressionLph(),
                    row.lowLph(),
                    row.highLph(),
                    row.truthMet() ? "" : "  MISSED",
                    row.truthInInterval() ? "" : "  TRUTH NOT IN THE INTERVAL");
        }
        line("%d of %d met", rows.stream().filter(BurnRow::met).count(), rows.size());
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static String formatted(double value) {
        double size = Math.abs(value);
        String format =
                size >= 1_000 ? "%,.0f" : size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
