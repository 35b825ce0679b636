package io.fueloptimine.models.dispatch.solver;

import java.util.List;

/**
 * What a node or a solution reaches. Immutable.
 *
 * @param levels value of each objective before the last one
 * @param cost value of the last objective
 */
record OrderedPoint(List<Double> levels, double cost) {

    /** Two values of a level are equal up to this, relative to 1 + the value. */
    static final double EQUAL = 1e-6;

    /** Negative when the levels are lower than those of the other, 0 when they are equal. */
    int compareLevels(OrderedPoint other) {
        for (int l = 0; l < levels.size(); l++) {
            double difference = levels.get(l) - other.levels.get(l);
            if (Math.abs(difference) > EQUAL * (1 + Math.abs(other.levels.get(l)))) {
                return difference < 0 ? -1 : 1;
            }
        }
        return 0;
    }

    /** The order without a tolerance, for sorting. */
    int compareExactly(OrderedPoint other) {
        for (int l = 0; l < levels.size(); l++) {
            int order = Double.compare(levels.get(l), other.levels.get(l));
            if (order != 0) {
                return order;
            }
        }
        return Double.compare(cost, other.cost);
    }
}
