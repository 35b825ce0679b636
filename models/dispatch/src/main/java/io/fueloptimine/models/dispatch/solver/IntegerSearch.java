package io.fueloptimine.models.dispatch.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * One search for whole numbers: the relaxation, a first solution with the integers rounded up, then
 * branch and bound, the node with the lowest bound first, each followed down to a solution. Use an
 * instance for one solve on one thread.
 */
final class IntegerSearch {

    private static final double WHOLE = 1e-6;
    private static final double FEASIBLE = 1e-6;

    private final LinearModel model;
    private final SolveLimit limit;
    private final long startNanos = System.nanoTime();
    private final BooleanSupplier stopped;
    private final int[] integers;
    private final PriorityQueue<Node> open =
            new PriorityQueue<>(
                    Comparator.comparingDouble(Node::bound).thenComparing(Node::number));

    private final Map<Integer, Double> rootLower = new HashMap<>();
    private final Map<Integer, Double> rootUpper = new HashMap<>();
    private Simplex simplex;
    private List<Double> levels = List.of();
    private double[] best;
    private double bestCost = Double.POSITIVE_INFINITY;
    private double firstCost;
    private long firstMillis;
    private double closedBound = Double.POSITIVE_INFINITY;
    private int nodes;
    private int created;

    /**
     * A part of the search.
     *
     * @param bound lower bound of the cost in it
     * @param number order of creation
     * @param lower lower bounds that differ from those of the model
     * @param upper upper bounds that differ from those of the model
     */
    private record Node(
            double bound, int number, Map<Integer, Double> lower, Map<Integer, Double> upper) {}

    IntegerSearch(LinearModel model, SolveLimit limit) {
        this.model = model;
        this.limit = limit;
        this.stopped = () -> limit.cancelled().getAsBoolean() || timeIsOver();
        this.integers =
                IntStream.range(0, model.variables().size())
                        .filter(v -> model.variables().get(v).integer())
                        .toArray();
    }

    private boolean timeIsOver() {
        return limit.millis() > 0 && millis() >= limit.millis();
    }

    private long millis() {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    Solution solve() {
        simplex = new Simplex(model, stopped);
        OrderedObjectives objectives = new OrderedObjectives(model, simplex);
        Simplex.End end = objectives.minimise();
        if (end != Simplex.End.OPTIMAL) {
            return Solution.none(
                    end == Simplex.End.INFEASIBLE
                            ? Solution.Status.INFEASIBLE
                            : Solution.Status.FAILED);
        }
        double[] relaxed = simplex.values();
        levels = objectives.levels(relaxed);
        for (int v : integers) {
            // The levels may have fixed an integer.
            rootLower.put(v, simplex.lower(v));
            rootUpper.put(v, simplex.upper(v));
        }
        Node root = new Node(model.cost(relaxed), created++, Map.of(), Map.of());
        if (fractional(relaxed) >= 0) {
            roundUp(root, relaxed);
        }
        open.add(root);
        while (!open.isEmpty() && goesOn()) {
            follow(open.poll());
        }
        return best == null && open.isEmpty() ? roundedLevels(relaxed) : result();
    }

    private boolean goesOn() {
        boolean nodesLeft = limit.nodes() == 0 || nodes < limit.nodes();
        return best == null ? !stopped.getAsBoolean() : nodesLeft && !stopped.getAsBoolean();
    }

    /** Solves a node, and then the nearer of its two parts, until there is nothing to branch on. */
    private void follow(Node start) {
        Node node = start;
        while (node != null) {
            if (worse(node.bound())) {
                closedBound = Math.min(closedBound, node.bound());
                return;
            }
            if (!goesOn()) {
                open.add(node);
                return;
            }
            node = solved(node);
        }
    }

    /** Solves a node; returns the part of it to follow, null when the node is done. */
    private Node solved(Node node) {
        Simplex.End end = minimise(node);
        if (end == Simplex.End.INFEASIBLE) {
            return null;
        }
        if (end != Simplex.End.OPTIMAL) {
            closedBound = Math.min(closedBound, node.bound());
            return null;
        }
        double[] values = simplex.values();
        double cost = Math.max(node.bound(), model.cost(values));
        int branch = fractional(values);
        if (branch < 0) {
            accept(values);
            return null;
        }
        if (worse(cost)) {
            closedBound = Math.min(closedBound, cost);
            return null;
        }
        double below = Math.floor(values[branch]);
        Node down = new Node(cost, created++, node.lower(), with(node.upper(), branch, below));
        Node up = new Node(cost, created++, with(node.lower(), branch, below + 1), node.upper());
        boolean nearerUp = values[branch] - below > 0.5;
        open.add(nearerUp ? down : up);
        return nearerUp ? up : down;
    }

    private static Map<Integer, Double> with(Map<Integer, Double> map, int key, double value) {
        Map<Integer, Double> copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    private Simplex.End minimise(Node node) {
        nodes++;
        for (int v : integers) {
            simplex.bounds(
                    v,
                    node.lower().getOrDefault(v, rootLower.get(v)),
                    node.upper().getOrDefault(v, rootUpper.get(v)));
        }
        return simplex.dual();
    }

    private void roundUp(Node root, double[] relaxed) {
        Map<Integer, Double> lower = new HashMap<>();
        for (int v : integers) {
            lower.put(v, Math.max(rootLower.get(v), Math.ceil(relaxed[v] - WHOLE)));
        }
        Node rounded = new Node(root.bound(), created++, lower, Map.of());
        if (minimise(rounded) == Simplex.End.OPTIMAL && fractional(simplex.values()) < 0) {
            accept(simplex.values());
        }
    }

    private boolean worse(double cost) {
        return cost >= bestCost - limit.gap() * Math.abs(bestCost);
    }

    /** The integer that is farthest from a whole number; -1 when all are whole. */
    private int fractional(double[] values) {
        int found = -1;
        double farthest = WHOLE;
        for (int v : integers) {
            double distance = Math.abs(values[v] - Math.rint(values[v]));
            if (distance > farthest) {
                farthest = distance;
                found = v;
            }
        }
        return found;
    }

    private void accept(double[] values) {
        for (int v : integers) {
            values[v] = Math.rint(values[v]);
        }
        double cost = model.cost(values);
        if (cost < bestCost && model.violation(values) <= FEASIBLE) {
            if (best == null) {
                firstCost = cost;
                firstMillis = millis();
            }
            best = values;
            bestCost = cost;
        }
    }

    /**
     * The solution with all integers rounded up and the objectives minimised after that, for models
     * in which no whole numbers reach the levels of the relaxation.
     */
    private Solution roundedLevels(double[] relaxed) {
        LinearModel rounded = model.withIntegersAtLeast(relaxed, WHOLE);
        simplex = new Simplex(rounded, stopped);
        OrderedObjectives objectives = new OrderedObjectives(rounded, simplex);
        Simplex.End end = objectives.minimise();
        if (end == Simplex.End.OPTIMAL) {
            double bound = model.cost(relaxed);
            List<Double> relaxedLevels = levels;
            levels = objectives.levels(simplex.values());
            accept(simplex.values());
            closedBound = levels.equals(relaxedLevels) ? bound : bestCost;
        }
        return best == null ? Solution.none(Solution.Status.INFEASIBLE) : result();
    }

    private Solution result() {
        if (best == null) {
            return Solution.none(Solution.Status.FAILED);
        }
        double bound = Math.min(bestCost, closedBound);
        List<Node> left = new ArrayList<>(open);
        for (Node node : left) {
            bound = Math.min(bound, node.bound());
        }
        boolean proved = worse(bound);
        return new Solution(
                proved ? Solution.Status.OPTIMAL : Solution.Status.FEASIBLE,
                best,
                levels,
                bestCost,
                bound,
                firstCost,
                firstMillis,
                nodes);
    }
}
