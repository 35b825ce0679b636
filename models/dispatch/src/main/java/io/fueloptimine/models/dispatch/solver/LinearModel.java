package io.fueloptimine.models.dispatch.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A linear programme with integers and ordered objectives, all of them minimised. Build a model on
 * one thread; a finished model can be read by several threads.
 *
 * <p>Every variable has finite bounds. Variables and rows are known by the numbers that {@link
 * #variable} and {@link #row} return, in the order of the calls.
 */
public final class LinearModel {

    private final List<Variable> variables = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Objective> levels = new ArrayList<>();

    /**
     * A variable.
     *
     * @param name its name, unique within the model
     * @param lower lower bound, finite
     * @param upper upper bound, finite
     * @param cost coefficient in the last objective
     * @param integer whether the value must be a whole number
     */
    public record Variable(String name, double lower, double upper, double cost, boolean integer) {}

    /** A row: {@code lower <= sum of coefficients x variables <= upper}. */
    public static final class Row {

        private final String name;
        private final double lower;
        private final double upper;
        private final List<Integer> indices = new ArrayList<>();
        private final List<Double> coefficients = new ArrayList<>();

        private Row(String name, double lower, double upper) {
            this.name = name;
            this.lower = lower;
            this.upper = upper;
        }

        /** Adds a term; each variable at most once. */
        public Row add(int variable, double coefficient) {
            if (coefficient != 0) {
                indices.add(variable);
                coefficients.add(coefficient);
            }
            return this;
        }

        public String name() {
            return name;
        }

        /** Lower bound; negative infinity for none. */
        public double lower() {
            return lower;
        }

        /** Upper bound; infinity for none. */
        public double upper() {
            return upper;
        }

        public int size() {
            return indices.size();
        }

        /** The number of the variable of a term. */
        public int variable(int term) {
            return indices.get(term);
        }

        public double coefficient(int term) {
            return coefficients.get(term);
        }

        /** The value of the row at a point. */
        public double at(double[] values) {
            double sum = 0;
            for (int k = 0; k < indices.size(); k++) {
                sum += coefficients.get(k) * values[indices.get(k)];
            }
            return sum;
        }
    }

    /**
     * An objective that is minimised before the last one.
     *
     * @param name what is minimised
     * @param variables the variables whose sum is minimised
     * @param slack how many times its least value a single variable may have in later objectives; 1
     *     to keep the least value
     */
    public record Objective(String name, List<Integer> variables, double slack) {

        public Objective {
            variables = List.copyOf(variables);
            if (slack < 1 || slack > 1 && variables.size() != 1) {
                throw new IllegalArgumentException(
                        "slack is " + slack + ", expected 1, or more for a single variable");
            }
        }

        /** The value of the objective at a point. */
        public double at(double[] values) {
            return variables.stream().mapToDouble(v -> values[v]).sum();
        }
    }

    /** Adds a variable and returns its number. */
    public int variable(String name, double lower, double upper, double cost) {
        return add(new Variable(name, lower, upper, cost, false));
    }

    /** Adds a variable with whole numbers as values and returns its number. */
    public int integer(String name, int lower, int upper, double cost) {
        return add(new Variable(name, lower, upper, cost, true));
    }

    private int add(Variable variable) {
        boolean valid =
                Double.isFinite(variable.lower())
                        && Double.isFinite(variable.upper())
                        && Double.isFinite(variable.cost())
                        && variable.lower() <= variable.upper();
        if (!valid) {
            throw new IllegalArgumentException(variable + ", expected finite lower <= upper");
        }
        variables.add(variable);
        return variables.size() - 1;
    }

    /** Adds an empty row. */
    public Row row(String name, double lower, double upper) {
        Row row = new Row(name, lower, upper);
        rows.add(row);
        return row;
    }

    /** Adds the next objective in order; the costs of the variables come after all of them. */
    public void minimiseNext(String name, List<Integer> sum) {
        levels.add(new Objective(name, sum, 1));
    }

    /**
     * Adds the next objective, one variable, whose value later objectives may raise again.
     *
     * @param slack how many times its least value the variable may have, 1 or more
     */
    public void limitNext(String name, int variable, double slack) {
        levels.add(new Objective(name, List.of(variable), slack));
    }

    public List<Variable> variables() {
        return variables;
    }

    public List<Row> rows() {
        return rows;
    }

    /** The objectives before the costs, the first one first. */
    public List<Objective> levels() {
        return levels;
    }

    /** The numbers of the variables with whole numbers as values. */
    int[] integers() {
        return IntStream.range(0, variables.size())
                .filter(v -> variables.get(v).integer())
                .toArray();
    }

    /**
     * A copy without the first objectives, which are limited by rows instead.
     *
     * @param most the highest value of each of the first objectives
     */
    public LinearModel withLevels(List<Double> most) {
        LinearModel copy = new LinearModel();
        copy.variables.addAll(variables);
        copy.rows.addAll(rows);
        for (int l = 0; l < most.size(); l++) {
            Objective level = levels.get(l);
            Row row = copy.row(level.name(), Double.NEGATIVE_INFINITY, most.get(l));
            level.variables().forEach(variable -> row.add(variable, 1));
        }
        return copy;
    }

    /** A copy whose only objective is one of the earlier objectives. */
    LinearModel minimising(Objective level) {
        LinearModel copy = new LinearModel();
        for (int j = 0; j < variables.size(); j++) {
            Variable from = variables.get(j);
            double cost = level.variables().contains(j) ? 1 : 0;
            copy.add(new Variable(from.name(), from.lower(), from.upper(), cost, from.integer()));
        }
        copy.rows.addAll(rows);
        return copy;
    }

    /** The value of the last objective at a point. */
    public double cost(double[] values) {
        double sum = 0;
        for (int j = 0; j < variables.size(); j++) {
            sum += variables.get(j).cost() * values[j];
        }
        return sum;
    }

    /** The largest violation of a bound or row at a point, relative to the size of the row. */
    public double violation(double[] values) {
        double worst = 0;
        for (int j = 0; j < variables.size(); j++) {
            Variable variable = variables.get(j);
            worst = Math.max(worst, outside(values[j], variable.lower(), variable.upper(), 1));
        }
        for (Row row : rows) {
            double scale = 1;
            for (int k = 0; k < row.size(); k++) {
                scale = Math.max(scale, Math.abs(row.coefficient(k) * values[row.variable(k)]));
            }
            worst = Math.max(worst, outside(row.at(values), row.lower(), row.upper(), scale));
        }
        return worst;
    }

    private static double outside(double value, double lower, double upper, double scale) {
        return Math.max(0, Math.max(lower - value, value - upper)) / scale;
    }
}
