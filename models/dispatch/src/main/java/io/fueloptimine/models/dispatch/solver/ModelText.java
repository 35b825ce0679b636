package io.fueloptimine.models.dispatch.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the last objective and the rows of a model in the formats LP and free MPS, which other
 * solvers read. Variables are called {@code x0}, {@code x1} and so on, rows {@code r0}, {@code r1};
 * comments give their names in the model. The earlier objectives are not part of these formats:
 * write a model that limits them ({@link LinearModel#withLevels}).
 */
public final class ModelText {

    private static final String COST = "cost";

    private final LinearModel model;

    public ModelText(LinearModel model) {
        this.model = model;
    }

    /** The model in the format LP, which CPLEX introduced. */
    public String lp() {
        StringBuilder text = new StringBuilder();
        names(text, "\\");
        text.append("Minimize\n ").append(COST).append(":");
        for (int j = 0; j < model.variables().size(); j++) {
            term(text, model.variables().get(j).cost(), j);
        }
        text.append("\nSubject To\n");
        for (int i = 0; i < model.rows().size(); i++) {
            LinearModel.Row row = model.rows().get(i);
            if (row.lower() == row.upper()) {
                line(text, "r" + i, row, " = " + number(row.lower()));
            } else {
                if (!Double.isInfinite(row.lower())) {
                    line(text, "r" + i, row, " >= " + number(row.lower()));
                }
                if (!Double.isInfinite(row.upper())) {
                    line(text, "r" + i + "u", row, " <= " + number(row.upper()));
                }
            }
        }
        text.append("Bounds\n");
        List<String> integers = new ArrayList<>();
        for (int j = 0; j < model.variables().size(); j++) {
            LinearModel.Variable variable = model.variables().get(j);
            text.append(' ')
                    .append(number(variable.lower()))
                    .append(" <= x")
                    .append(j)
                    .append(" <= ")
                    .append(number(variable.upper()))
                    .append('\n');
            if (variable.integer()) {
                integers.add(" x" + j);
            }
        }
        if (!integers.isEmpty()) {
            text.append("General\n").append(String.join("\n", integers)).append('\n');
        }
        return text.append("End\n").toString();
    }

    private static void line(StringBuilder text, String name, LinearModel.Row row, String limit) {
        text.append(' ').append(name).append(':');
        for (int k = 0; k < row.size(); k++) {
            term(text, row.coefficient(k), row.variable(k));
        }
        if (row.size() == 0) {
            text.append(" 0 x0");
        }
        text.append(limit).append('\n');
    }

    private static void term(StringBuilder text, double coefficient, int variable) {
        if (coefficient != 0) {
            text.append(coefficient < 0 ? "\n  - " : "\n  + ")
                    .append(number(Math.abs(coefficient)))
                    .append(" x")
                    .append(variable);
        }
    }

    /**
     * The model in the free MPS format. Lines are indented, and fields have two spaces between
     * them, so that readers of the fixed format that allow long fields, as that of ojAlgo, read it
     * too.
     */
    public String mps() {
        StringBuilder text = new StringBuilder();
        names(text, "*");
        text.append("NAME          plan\nROWS\n N  ").append(COST).append('\n');
        for (int i = 0; i < model.rows().size(); i++) {
            text.append(' ').append(kind(model.rows().get(i))).append("  r").append(i).append('\n');
        }
        columns(text);
        sides(text);
        text.append("BOUNDS\n");
        for (int j = 0; j < model.variables().size(); j++) {
            LinearModel.Variable variable = model.variables().get(j);
            text.append(" LO BND  x").append(j).append("  ").append(number(variable.lower()));
            text.append("\n UP BND  x").append(j).append("  ").append(number(variable.upper()));
            text.append('\n');
        }
        return text.append("ENDATA\n").toString();
    }

    private static char kind(LinearModel.Row row) {
        if (row.lower() == row.upper()) {
            return 'E';
        }
        return Double.isInfinite(row.lower()) ? 'L' : 'G';
    }

    private void columns(StringBuilder text) {
        List<StringBuilder> entries = new ArrayList<>();
        for (int j = 0; j < model.variables().size(); j++) {
            StringBuilder entry = new StringBuilder();
            double cost = model.variables().get(j).cost();
            entry.append("    x")
                    .append(j)
                    .append("  ")
                    .append(COST)
                    .append("  ")
                    .append(number(cost));
            entries.add(entry.append('\n'));
        }
        for (int i = 0; i < model.rows().size(); i++) {
            LinearModel.Row row = model.rows().get(i);
            for (int k = 0; k < row.size(); k++) {
                int j = row.variable(k);
                entries.get(j)
                        .append("    x")
                        .append(j)
                        .append("  r")
                        .append(i)
                        .append("  ")
                        .append(number(row.coefficient(k)))
                        .append('\n');
            }
        }
        text.append("COLUMNS\n");
        for (int j = 0; j < entries.size(); j++) {
            boolean integer = model.variables().get(j).integer();
            if (integer) {
                text.append("    M").append(j).append("a  'MARKER'  'INTORG'\n");
            }
            text.append(entries.get(j));
            if (integer) {
                text.append("    M").append(j).append("b  'MARKER'  'INTEND'\n");
            }
        }
    }

    private void sides(StringBuilder text) {
        text.append("RHS\n");
        StringBuilder ranges = new StringBuilder();
        for (int i = 0; i < model.rows().size(); i++) {
            LinearModel.Row row = model.rows().get(i);
            double side = Double.isInfinite(row.lower()) ? row.upper() : row.lower();
            text.append("    RHS  r").append(i).append("  ").append(number(side)).append('\n');
            boolean both = !Double.isInfinite(row.lower()) && !Double.isInfinite(row.upper());
            if (both && row.lower() != row.upper()) {
                ranges.append("    RNG  r").append(i).append("  ");
                ranges.append(number(row.upper() - row.lower())).append('\n');
            }
        }
        if (ranges.length() > 0) {
            text.append("RANGES\n").append(ranges);
        }
    }

    private void names(StringBuilder text, String comment) {
        for (int j = 0; j < model.variables().size(); j++) {
            String name = model.variables().get(j).name();
            text.append(String.format(Locale.ROOT, "%s x%d: %s%n", comment, j, oneLine(name)));
        }
        for (int i = 0; i < model.rows().size(); i++) {
            String name = model.rows().get(i).name();
            text.append(String.format(Locale.ROOT, "%s r%d: %s%n", comment, i, oneLine(name)));
        }
    }

    /** Names come from mine files and could contain line ends. */
    private static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }

    private static String number(double value) {
        return Double.toString(value == 0 ? 0 : value);
    }
}
