package io.fueloptimine.models.dispatch.solver;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The optimum of a model's costs when its integers may be fractions, with the price of each row: by
 * how much the cost rises when the bound of the row rises by one. Earlier objectives of the model
 * are not used. Immutable.
 *
 * @param values the value of each variable
 * @param prices the price of each row; 0 for a row that limits nothing
 */
public record RowPrices(double[] values, double[] prices) {

    /**
     * Minimises the costs.
     *
     * @param stopped asked several times per millisecond; when it is true, the solver gives up
     * @return empty when no values meet all rows, or when the solver gave up
     */
    public static Optional<RowPrices> of(LinearModel model, BooleanSupplier stopped) {
        Simplex simplex = new Simplex(model, stopped);
        simplex.costs(model.variables().stream().mapToDouble(LinearModel.Variable::cost).toArray());
        return simplex.dual() == Simplex.End.OPTIMAL
                ? Optional.of(new RowPrices(simplex.values(), simplex.prices()))
                : Optional.empty();
    }
}
