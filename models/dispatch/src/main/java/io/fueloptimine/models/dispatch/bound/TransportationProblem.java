package io.fueloptimine.models.dispatch.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The linear programme that sends the empty trucks of each dump to loading places with the least
 * travel. The optimum has whole numbers of trips, because supplies and demands are whole numbers.
 */
final class TransportationProblem {

    /** The largest accepted difference between a solved number of trips and a whole number. */
    private static final double TOLERANCE = 1e-6;

    private final Map<String, Integer> trucksAtDump;
    private final Map<String, Integer> trucksNeeded;
    private final TravelCosts costs;

    /**
     * @param trucksAtDump number of loads dumped, by dump
     * @param trucksNeeded number of loads, by loading place
     */
    TransportationProblem(
            Map<String, Integer> trucksAtDump,
            Map<String, Integer> trucksNeeded,
            TravelCosts costs) {
        this.trucksAtDump = new TreeMap<>(trucksAtDump);
        this.trucksNeeded = new TreeMap<>(trucksNeeded);
        this.costs = costs;
    }

    /**
     * Creates the problem for the given loads.
     *
     * @param loads the loads; for each load there must be a time from its dump to its loading
     *     place, so that the problem is feasible
     */
    static TransportationProblem of(List<HauledLoad> loads, TravelCosts times) {
        Map<String, Integer> trucksAtDump = new TreeMap<>();
        Map<String, Integer> trucksNeeded = new TreeMap<>();
        for (HauledLoad load : loads) {
            trucksAtDump.merge(load.dumpId(), 1, Integer::sum);
            trucksNeeded.merge(load.loadPlaceId(), 1, Integer::sum);
        }
        return new TransportationProblem(trucksAtDump, trucksNeeded, times);
    }

    /**
     * Solves the problem and returns the least cost of all trips, in the unit of the costs.
     *
     * @throws IllegalStateException when the solver does not prove an optimum
     */
    double leastTravel() {
        if (trucksAtDump.isEmpty()) {
            return 0;
        }
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<String, Expression> supplies = constraints(model, "from ", trucksAtDump);
        Map<String, Expression> demands = constraints(model, "to ", trucksNeeded);
        List<Variable> trips = new ArrayList<>();
        supplies.forEach(
                (dumpId, supply) ->
                        demands.forEach(
                                (placeId, demand) -> {
                                    OptionalDouble cost = costs.of(dumpId, placeId);
                                    if (cost.isPresent()) {
                                        Variable trip =
                                                model.newVariable(dumpId + " to " + placeId)
                                                        .lower(0)
                                                        .weight(cost.getAsDouble());
                                        supply.set(trip, 1);
                                        demand.set(trip, 1);
                                        trips.add(trip);
                                    }
                                }));
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException(
                    "the least empty travel was not found: the solver ended as "
                            + result.getState());
        }
        return trips.stream()
                .mapToDouble(
                        trip ->
                                wholeNumber(result.doubleValue(model.indexOf(trip)))
                                        * trip.getContributionWeight().doubleValue())
                .sum();
    }

    private static Map<String, Expression> constraints(
            ExpressionsBasedModel model, String prefix, Map<String, Integer> trucks) {
        Map<String, Expression> constraints = new TreeMap<>();
        trucks.forEach(
                (placeId, count) ->
                        constraints.put(
                                placeId, model.newExpression(prefix + placeId).level(count)));
        return constraints;
    }

    private static double wholeNumber(double trips) {
        double whole = Math.rint(trips);
        if (Math.abs(trips - whole) > TOLERANCE) {
            throw new IllegalStateException(
                    "the least empty travel was not found: the solver returned "
                            + trips
                            + " trips instead of a whole number");
        }
        return whole;
    }
}
