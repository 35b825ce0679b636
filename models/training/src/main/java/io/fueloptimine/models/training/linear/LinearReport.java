package io.fueloptimine.models.training.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Renders the diagnostics of a linear model as Markdown: a table of the coefficients, a table of
 * statistics of the whole model and a table of the most influential rows, without headings. The
 * text does not depend on the locale. Stateless.
 */
public final class LinearReport {

    private static final int ROWS_LISTED = 10;
    private static final double LEAST_P = 1e-16;
    private static final String NONE = "-";

    private LinearReport() {}

    /** The lines of the report, without line ends. */
    public static List<String> markdown(LinearDiagnostics diagnostics) {
        List<String> lines = new ArrayList<>(coefficients(diagnostics.coefficients()));
        lines.add("");
        if (!diagnostics.leftOut().isEmpty()) {
            lines.add(leftOut(diagnostics.leftOut()));
            lines.add("");
        }
        lines.addAll(wholeModel(diagnostics));
        lines.add("");
        lines.add(leverage(diagnostics.leverage()));
        if (!diagnostics.mostInfluential().isEmpty()) {
            lines.add("");
            lines.addAll(influence(diagnostics.mostInfluential()));
        }
        return List.copyOf(lines);
    }

    private static List<String> coefficients(List<Coefficient> coefficients) {
        MarkdownTable table =
                new MarkdownTable("coefficient", "value", "standard error", "t", "p", "VIF");
        for (Coefficient c : coefficients) {
            table.add(
                    c.name(),
                    number(c.value()),
                    number(c.standardError()),
                    number(c.t()),
                    p(c.p()),
                    number(c.vif()));
        }
        return table.lines();
    }

    private static String leftOut(List<LeftOutColumn> leftOut) {
        return leftOut.stream()
                .map(c -> c.name() + " (" + c.reason().name().toLowerCase(Locale.ROOT) + ")")
                .collect(Collectors.joining(", ", "Left out: ", "."));
    }

    private static List<String> wholeModel(LinearDiagnostics d) {
        MarkdownTable table = new MarkdownTable("measure", "value", "p");
        table.add("rows", Integer.toString(d.rows()), NONE);
        table.add("degrees of freedom", Integer.toString(d.degreesOfFreedom()), NONE);
        table.add("residual standard error", number(d.residualStandardError()), NONE);
        table.add("R2", number(d.r2()), NONE);
        table.add("adjusted R2", number(d.adjustedR2()), NONE);
        table.add(
                String.format(
                        Locale.ROOT,
                        "F(%d, %d); small p: the columns explain the label",
                        d.f().columns(),
                        d.f().degreesOfFreedom()),
                number(d.f().statistic()),
                p(d.f().p()));
        table.add(
                "Durbin-Watson; 2: errors of neighbouring rows are independent",
                number(d.durbinWatson()),
                NONE);
        addTest(table, "Breusch-Pagan", d.breuschPagan(), "the error variance is not constant");
        addTest(table, "Jarque-Bera", d.jarqueBera(), "the errors are not normal");
        return table.lines();
    }

    private static void addTest(
            MarkdownTable table, String name, ChiSquaredTest test, String found) {
        table.add(
                String.format(
                        Locale.ROOT, "%s(%d); small p: %s", name, test.degreesOfFreedom(), found),
                number(test.statistic()),
                p(test.p()));
    }

    private static String leverage(Leverage leverage) {
        List<Integer> rows = leverage.rowsAbove();
        String text =
                String.format(
                        Locale.ROOT,
                        "Rows with a leverage above 2p/n = %s: %d; the largest leverage is %s",
                        number(leverage.threshold()),
                        rows.size(),
                        number(leverage.largest()));
        return rows.isEmpty() ? text + "." : text + ". Row numbers: " + listed(rows) + ".";
    }

    private static String listed(List<Integer> rows) {
        String first =
                rows.stream()
                        .limit(ROWS_LISTED)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        int more = rows.size() - ROWS_LISTED;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static List<String> influence(List<InfluentialRow> rows) {
        MarkdownTable table =
                new MarkdownTable("row", "leverage", "studentised residual", "Cook's distance");
        for (InfluentialRow row : rows) {
            table.add(
                    Integer.toString(row.row()),
                    number(row.leverage()),
                    number(row.studentisedResidual()),
                    number(row.cooksDistance()));
        }
        return table.lines();
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return Double.isInfinite(value) ? "infinite" : String.format(Locale.ROOT, "%.6g", value);
    }

    private static String p(double p) {
        if (Double.isNaN(p)) {
            return NONE;
        }
        return p < LEAST_P ? "< 1e-16" : String.format(Locale.ROOT, "%.3g", p);
    }
}
