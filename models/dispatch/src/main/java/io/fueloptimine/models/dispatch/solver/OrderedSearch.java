package io.fueloptimine.models.dispatch.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The search for models in which no whole numbers reach the levels of the relaxation: branch and
 * bound in which each node minimises all objectives in order, and nodes are compared by the first
 * objective that differs. Slower per node than {@link IntegerSearch}. Use an instance for one solve
 * on one thread.
 */
final class OrderedSearch {

    /** Rounds of the first solution. */
    private static final int ROUNDS = 4;

    /** Time for the bound of a search that was stopped, ms. */
    private static final long BOUND_MILLIS = 500;

    private final LinearModel model;
    private final SolveLimit limit;
    private final SearchClock clock;
    private final Simplex simplex;
    private final OrderedObjectives objectives;
    private final int[] integers;
    private final PriorityQueue<Node> open = new PriorityQueue<>(Node.ORDER);
    private double[] best;
    private OrderedPoint bestPoint;
    private double firstCost;
    private long firstMillis;
    private double closedBound = Double.POSITIVE_INFINITY;
    private boolean isPartLost;
    private int nodes;
    private int created;

    private record Node(OrderedPoint bound, int number, Branch branch) {

        static final Comparator<Node> ORDER =
                Comparator.<Node, OrderedPoint>comparing(Node::bound, OrderedPoint::compareExactly)
                        .thenComparing(Node::number);
    }

    /**
     * @param simplex has solved the relaxation of the model
     * @param nodesBefore nodes that count towards the limit
     */
    OrderedSearch(
            LinearModel model,
            SolveLimit limit,
            SearchClock clock,
            Simplex simplex,
            int nodesBefore) {
        this.model = model;
        this.limit = limit;
        this.clock = clock;
        this.simplex = simplex;
        this.objectives = new OrderedObjectives(model, simplex);
        this.integers = model.integers();
        this.nodes = nodesBefore;
    }

    Solution solve() {
        Simplex.End end = minimise(Branch.ALL);
        if (end != Simplex.End.OPTIMAL) {
            return Solution.none(
                    end == Simplex.End.INFEASIBLE
                            ? Solution.Status.INFEASIBLE
                            : Solution.Status.FAILED);
        }
        Node root = new Node(point(), created++, Branch.ALL);
        round();
        open.add(root);
        while (!open.isEmpty() && goesOn()) {
            follow(open.poll());
        }
        return result();
    }

    private boolean goesOn() {
        boolean nodesLeft = best == null || limit.nodes() == 0 || nodes < limit.nodes();
        return nodesLeft && !clock.isStopped();
    }

    /** The objectives that the last run of the simplex method has reached. */
    private OrderedPoint point() {
        return new OrderedPoint(objectives.reached(), model.cost(simplex.values()));
    }

    private Simplex.End minimise(Branch branch) {
        nodes++;
        simplex.restoreBounds();
        limit(branch);
        return objectives.minimise();
    }

    /**
     * Minimises the cost with the levels of the node solved before, of which the branch is a part.
     * It takes a few exchanges, but fails when the branch does not reach these levels.
     */
    private Simplex.End minimiseWithSameLevels(Branch branch) {
        return limit(branch) ? simplex.dual() : Simplex.End.INFEASIBLE;
    }

    /** Narrows the bounds; returns false when a lower bound is above an upper one then. */
    private boolean limit(Branch branch) {
        branch.lower()
                .forEach(
                        (v, value) ->
                                simplex.bounds(
                                        v, Math.max(value, simplex.lower(v)), simplex.upper(v)));
        branch.upper()
                .forEach(
                        (v, value) ->
                                simplex.bounds(
                                        v, simplex.lower(v), Math.min(value, simplex.upper(v))));
        return Arrays.stream(integers).allMatch(v -> simplex.lower(v) <= simplex.upper(v));
    }

    /**
     * A first solution: integers between 0 and 1 become the nearest whole number and stay, the
     * others are raised until all are whole.
     */
    private void round() {
        Branch branch = Branch.ALL;
        for (int i = 0; i < ROUNDS; i++) {
            double[] values = simplex.values();
            if (Branch.fractional(integers, values) < 0) {
                accept(values);
                return;
            }
            for (int v : integers) {
                boolean isSwitch = model.variables().get(v).upper() <= 1;
                double whole =
                        isSwitch ? Math.rint(values[v]) : Math.ceil(values[v] - Branch.WHOLE);
                branch = branch.atLeast(v, whole);
                branch = isSwitch ? branch.atMost(v, whole) : branch;
            }
            if (minimise(branch) != Simplex.End.OPTIMAL) {
                return;
            }
        }
    }

    private void follow(Node start) {
        Node node = start;
        boolean afterParent = false;
        while (node != null) {
            if (!isBetter(node.bound())) {
                close(node.bound());
                return;
            }
            if (!goesOn()) {
                open.add(node);
                return;
            }
            node = solved(node, afterParent);
            afterParent = true;
        }
    }

    /**
     * Solves a node; returns the part of it to follow, null when the node is done.
     *
     * @param afterParent whether the node of which it is a part was solved just before
     */
    private Node solved(Node node, boolean afterParent) {
        Simplex.End end =
                afterParent ? minimiseWithSameLevels(node.branch()) : Simplex.End.INFEASIBLE;
        if (end != Simplex.End.OPTIMAL && end != Simplex.End.STOPPED) {
            end = minimise(node.branch());
        }
        if (end == Simplex.End.INFEASIBLE) {
            return null;
        }
        if (end == Simplex.End.STOPPED) {
            open.add(node);
            return null;
        }
        if (end != Simplex.End.OPTIMAL) {
            isPartLost = true;
            return null;
        }
        double[] values = simplex.values();
        OrderedPoint point = point();
        int branch = Branch.fractional(integers, values);
        if (branch < 0) {
            accept(values);
            return null;
        }
        if (!isBetter(point)) {
            close(point);
            return null;
        }
        double below = Math.floor(values[branch]);
        Node down = new Node(point, created++, node.branch().atMost(branch, below));
        Node up = new Node(point, created++, node.branch().atLeast(branch, below + 1));
        boolean nearerUp = values[branch] - below > 0.5;
        open.add(nearerUp ? down : up);
        return nearerUp ? up : down;
    }

    private boolean isBetter(OrderedPoint point) {
        if (best == null) {
            return true;
        }
        int order = point.compareLevels(bestPoint);
        double cost = bestPoint.cost();
        return order < 0 || order == 0 && point.cost() < cost - limit.gap() * Math.abs(cost);
    }

    private void close(OrderedPoint point) {
        if (point.compareLevels(bestPoint) == 0) {
            closedBound = Math.min(closedBound, point.cost());
        }
    }

    private void accept(double[] values) {
        OrderedPoint point = point();
        boolean better =
                best == null
                        || point.compareLevels(bestPoint) < 0
                        || point.compareLevels(bestPoint) == 0 && point.cost() < bestPoint.cost();
        for (int v : integers) {
            values[v] = Math.rint(values[v]);
        }
        if (!better || model.violation(values) > IntegerSearch.FEASIBLE) {
            return;
        }
        if (best == null || point.compareLevels(bestPoint) < 0) {
            // First cost and bound belong to the levels of the solution.
            firstCost = point.cost();
            firstMillis = clock.millis();
            closedBound = Double.POSITIVE_INFINITY;
        }
        best = values;
        bestPoint = new OrderedPoint(point.levels(), model.cost(values));
    }

    private Solution result() {
        if (best == null) {
            boolean none = open.isEmpty() && !isPartLost;
            return Solution.none(none ? Solution.Status.INFEASIBLE : Solution.Status.FAILED);
        }
        boolean levelsProved = !isPartLost;
        double bound = Math.min(bestPoint.cost(), closedBound);
        for (Node node : open) {
            int order = node.bound().compareLevels(bestPoint);
            levelsProved &= order >= 0;
            bound = order == 0 ? Math.min(bound, node.bound().cost()) : bound;
        }
        if (!levelsProved) {
            bound = Math.min(bestPoint.cost(), relaxedBound());
        }
        boolean proved = levelsProved && bound >= bestPoint.cost() * (1 - limit.gap());
        return new Solution(
                proved ? Solution.Status.OPTIMAL : Solution.Status.FEASIBLE,
                best,
                objectives.levels(best),
                bestPoint.cost(),
                bound,
                firstCost,
                firstMillis,
                nodes);
    }

    /** The least cost of the relaxation with levels no higher than those of the solution. */
    private double relaxedBound() {
        List<Double> most = new ArrayList<>();
        for (double level : objectives.levels(best)) {
            most.add(level + OrderedPoint.EQUAL * (1 + level));
        }
        SearchClock more =
                new SearchClock(limit.millis() == 0 ? limit : limit.within(BOUND_MILLIS));
        LinearModel limited = model.withLevels(most);
        Simplex relaxed = new Simplex(limited, more::isStopped);
        Simplex.End end = new OrderedObjectives(limited, relaxed).minimise();
        return end == Simplex.End.OPTIMAL
                ? limited.cost(relaxed.values())
                : Double.NEGATIVE_INFINITY;
    }
}
