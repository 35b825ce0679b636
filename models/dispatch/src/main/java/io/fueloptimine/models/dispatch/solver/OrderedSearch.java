package io.fueloptimine.models.dispatch.solver;

import java.util.Comparator;
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

    private final LinearModel model;
    private final SolveLimit limit;
    private final SearchClock clock;
    private final OrderedRelaxation relaxation;
    private final OrderedBest best;
    private final int[] integers;
    private final PriorityQueue<Node> open = new PriorityQueue<>(Node.ORDER);
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
        this.relaxation = new OrderedRelaxation(model, simplex);
        this.best = new OrderedBest(model, limit.gap(), clock);
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
        Node root = new Node(relaxation.point(), created++, Branch.ALL);
        round();
        open.add(root);
        while (!open.isEmpty() && goesOn()) {
            follow(open.poll());
        }
        return result();
    }

    private boolean goesOn() {
        boolean nodesLeft = !best.exists() || limit.nodes() == 0 || nodes < limit.nodes();
        return nodesLeft && !clock.isStopped();
    }

    private Simplex.End minimise(Branch branch) {
        nodes++;
        return relaxation.minimise(branch);
    }

    /**
     * A first solution: integers between 0 and 1 become the nearest whole number and stay, the
     * others are raised until all are whole.
     */
    private void round() {
        Branch branch = Branch.ALL;
        for (int i = 0; i < ROUNDS; i++) {
            double[] values = relaxation.values();
            if (Branch.fractional(integers, values) < 0) {
                best.accept(values, relaxation.point());
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
            if (!best.isWorseThan(node.bound())) {
                best.close(node.bound());
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
                afterParent
                        ? relaxation.minimiseWithSameLevels(node.branch())
                        : Simplex.End.INFEASIBLE;
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
        double[] values = relaxation.values();
        OrderedPoint point = relaxation.point();
        int branch = Branch.fractional(integers, values);
        if (branch < 0) {
            best.accept(values, relaxation.point());
            return null;
        }
        if (!best.isWorseThan(point)) {
            best.close(point);
            return null;
        }
        double below = Math.floor(values[branch]);
        Node down = new Node(point, created++, node.branch().atMost(branch, below));
        Node up = new Node(point, created++, node.branch().atLeast(branch, below + 1));
        boolean nearerUp = values[branch] - below > 0.5;
        open.add(nearerUp ? down : up);
        return nearerUp ? up : down;
    }

    private Solution result() {
        if (!best.exists()) {
            boolean none = open.isEmpty() && !isPartLost;
            return Solution.none(none ? Solution.Status.INFEASIBLE : Solution.Status.FAILED);
        }
        double cost = best.point().cost();
        boolean levelsProved = !isPartLost;
        double bound = best.bound();
        for (Node node : open) {
            int order = node.bound().compareLevels(best.point());
            levelsProved &= order >= 0;
            bound = order == 0 ? Math.min(bound, node.bound().cost()) : bound;
        }
        if (!levelsProved) {
            bound = Math.min(cost, relaxation.bound(best.values(), limit));
        }
        boolean proved = levelsProved && bound >= cost * (1 - limit.gap());
        return best.solution(proved, relaxation.levels(best.values()), bound, nodes);
    }
}
