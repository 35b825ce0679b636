package io.fueloptimine.models.dispatch.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * One search for whole numbers: the relaxation, a first solution with the integers rounded up, then
 * branch and bound, the node with the lowest bound first, each followed down to a solution. Use an
 * instance for one solve on one thread.
 */
final class IntegerSearch {

    /** Largest violation of a solution, relative to the size of its row. */
    static final double FEASIBLE = 1e-6;

    private final LinearModel model;
    private final SolveLimit limit;
    private final SearchClock clock;
    private final int[] integers;
    private final PriorityQueue<Node> open =
            new PriorityQueue<>(
                    Comparator.comparingDouble(Node::bound).thenComparing(Node::number));

    private final Map<Integer, Double> rootLower = new HashMap<>();
    private final Map<Integer, Double> rootUpper = new HashMap<>();
    private final Simplex simplex;
    private boolean relaxationFound;
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
     */
    private record Node(double bound, int number, Branch branch) {}

    IntegerSearch(LinearModel model, SolveLimit limit, SearchClock clock) {
        this.model = model;
        this.limit = limit;
        this.clock = clock;
        this.integers = model.integers();
        this.simplex = new Simplex(model, clock::isStopped);
    }

    /** The simplex method, which has solved the relaxation. */
    Simplex simplex() {
        return simplex;
    }

    /** Branch-and-bound nodes solved. */
    int nodes() {
        return nodes;
    }

    /** Whether no whole numbers reach the levels of the relaxation. */
    boolean isExhausted() {
        return relaxationFound && best == null && open.isEmpty();
    }

    Solution solve() {
        OrderedObjectives objectives = new OrderedObjectives(model, simplex);
        Simplex.End end = objectives.minimise();
        if (end != Simplex.End.OPTIMAL) {
            return Solution.none(
                    end == Simplex.End.INFEASIBLE
                            ? Solution.Status.INFEASIBLE
                            : Solution.Status.FAILED);
        }
        relaxationFound = true;
        double[] relaxed = simplex.values();
        levels = objectives.levels(relaxed);
        for (int v : integers) {
            // The levels may have fixed an integer.
            rootLower.put(v, simplex.lower(v));
            rootUpper.put(v, simplex.upper(v));
        }
        Node root = new Node(model.cost(relaxed), created++, Branch.ALL);
        if (Branch.fractional(integers, relaxed) >= 0) {
            roundUp(root, relaxed);
        }
        open.add(root);
        while (!open.isEmpty() && goesOn()) {
            follow(open.poll());
        }
        return result();
    }

    private boolean goesOn() {
        boolean nodesLeft = limit.nodes() == 0 || nodes < limit.nodes();
        return (best == null || nodesLeft) && !clock.isStopped();
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
        int branch = Branch.fractional(integers, values);
        if (branch < 0) {
            accept(values);
            return null;
        }
        if (worse(cost)) {
            closedBound = Math.min(closedBound, cost);
            return null;
        }
        double below = Math.floor(values[branch]);
        Node down = new Node(cost, created++, node.branch().atMost(branch, below));
        Node up = new Node(cost, created++, node.branch().atLeast(branch, below + 1));
        boolean nearerUp = values[branch] - below > 0.5;
        open.add(nearerUp ? down : up);
        return nearerUp ? up : down;
    }

    private Simplex.End minimise(Node node) {
        nodes++;
        for (int v : integers) {
            simplex.bounds(
                    v,
                    node.branch().lower().getOrDefault(v, rootLower.get(v)),
                    node.branch().upper().getOrDefault(v, rootUpper.get(v)));
        }
        return simplex.dual();
    }

    private void roundUp(Node root, double[] relaxed) {
        Map<Integer, Double> lower = new HashMap<>();
        for (int v : integers) {
            lower.put(v, Math.max(rootLower.get(v), Math.ceil(relaxed[v] - Branch.WHOLE)));
        }
        Node rounded = new Node(root.bound(), created++, new Branch(lower, Map.of()));
        if (minimise(rounded) == Simplex.End.OPTIMAL
                && Branch.fractional(integers, simplex.values()) < 0) {
            accept(simplex.values());
        }
    }

    private boolean worse(double cost) {
        return cost >= bestCost - limit.gap() * Math.abs(bestCost);
    }

    private void accept(double[] values) {
        for (int v : integers) {
            values[v] = Math.rint(values[v]);
        }
        double cost = model.cost(values);
        if (cost < bestCost && model.violation(values) <= FEASIBLE) {
            if (best == null) {
                firstCost = cost;
                firstMillis = clock.millis();
            }
            best = values;
            bestCost = cost;
        }
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
