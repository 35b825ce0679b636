package io.fueloptimine.models.fuel.trees;

import static io.fueloptimine.models.fuel.trees.ModelFileFault.require;

import java.util.List;

/**
 * All trees of a model in one array with one {@code long} per node, laid out so that a row
 * traverses eight trees at a time without branches.
 *
 * <p>The upper half of a node is the key of the split, or the value of a leaf. The lower half is
 * the position of the right child, which is followed by the left child, and the slot of the row's
 * key. A leaf is its own child, so all eight trees of a group can take as many steps as the deepest
 * tree of the group requires. The last group of eight is filled with leaves of value -0, which do
 * not change a sum. Immutable and thread-safe.
 */
final class PackedTrees {

    private static final int LANES = 8;
    private static final int SLOT_BITS = 10;
    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final int MOST_NODES = 1 << Integer.SIZE - SLOT_BITS;
    private static final int MOST_LEVELS = 256;

    /** The maximum number of features. */
    static final int MOST_FEATURES = SLOT_MASK / 2;

    private final int leafSlot;
    private final int size;
    private final int[] roots;
    private final int[] levels;
    private final long[] nodes;
    private final float[] covers;

    PackedTrees(List<TreeTable> trees, int features) throws ModelFileFault {
        leafSlot = SplitKeys.leafSlot(features);
        size = trees.size();
        levels = new int[(size + LANES - 1) / LANES];
        roots = new int[levels.length * LANES];
        nodes = new long[nodesOf(trees) + roots.length - size];
        covers = new float[nodes.length];
        int next = 0;
        for (int i = 0; i < roots.length; i++) {
            roots[i] = next;
            next += i < size ? pack(trees.get(i), i) : packEmptyTree(next);
        }
    }

    /** The number of trees. */
    int size() {
        return size;
    }

    /** The number of groups of trees for {@link #addPredictions}. */
    int groups() {
        return levels.length;
    }

    /** The number of nodes of all trees; nodes are numbered from 0. */
    int nodes() {
        return nodes.length;
    }

    int root(int tree) {
        return roots[tree];
    }

    boolean isLeaf(int node) {
        return slot(node) == leafSlot;
    }

    /** The value of a leaf. */
    float value(int node) {
        return Float.intBitsToFloat((int) (nodes[node] >> Integer.SIZE));
    }

    /** The feature of a split. */
    int feature(int node) {
        return SplitKeys.feature(slot(node));
    }

    /** The right child of a node; the left child follows it. For a leaf, the leaf itself. */
    int rightChild(int node) {
        return (int) nodes[node] >>> SLOT_BITS;
    }

    /** The weight of the training rows that passed a node; NaN when unknown. */
    float cover(int node) {
        return covers[node];
    }

    /** The maximum depth of the trees. */
    int deepest() {
        int deepest = 0;
        for (int level : levels) {
            deepest = Math.max(deepest, level);
        }
        return deepest;
    }

    /** The node that a row reaches after the given node. */
    int next(int node, int[] keys) {
        long code = nodes[node];
        int low = (int) code;
        long above = keys[low & keys.length - 1] - (code >> Integer.SIZE);
        return (low >>> SLOT_BITS) + (int) (above >>> Long.SIZE - 1);
    }

    /** The prediction of one tree for the row with the given keys. */
    float value(int tree, int[] keys) {
        int node = roots[tree];
        while (!isLeaf(node)) {
            node = next(node, keys);
        }
        return value(node);
    }

    /** Adds the predictions of a group of eight trees to a sum, in order. */
    float addPredictions(float sum, int group, int[] keys) {
        int first = group * LANES;
        int a = roots[first];
        int b = roots[first + 1];
        int c = roots[first + 2];
        int d = roots[first + 3];
        int e = roots[first + 4];
        int f = roots[first + 5];
        int g = roots[first + 6];
        int h = roots[first + 7];
        for (int steps = levels[group]; steps > 0; steps--) {
            a = next(a, keys);
            b = next(b, keys);
            c = next(c, keys);
            d = next(d, keys);
            e = next(e, keys);
            f = next(f, keys);
            g = next(g, keys);
            h = next(h, keys);
        }
        float four = sum + value(a) + value(b) + value(c) + value(d);
        return four + value(e) + value(f) + value(g) + value(h);
    }

    private int slot(int node) {
        return (int) nodes[node] & SLOT_MASK;
    }

    private static int nodesOf(List<TreeTable> trees) throws ModelFileFault {
        long nodes = 0;
        for (TreeTable tree : trees) {
            nodes += tree.breadthFirst().length;
        }
        require(nodes <= MOST_NODES - LANES, "it has " + nodes + " nodes, which are too many");
        return (int) nodes;
    }

    private int pack(TreeTable tree, int index) throws ModelFileFault {
        int root = roots[index];
        int[] order = tree.breadthFirst();
        int[] level = new int[order.length];
        int child = 1;
        for (int at = 0; at < order.length; at++) {
            packNode(tree, order[at], root + at, root + child);
            if (!tree.isLeaf(order[at])) {
                level[child] = level[at] + 1;
                level[child + 1] = level[at] + 1;
                child += 2;
            }
        }
        int deepest = level[order.length - 1];
        require(deepest <= MOST_LEVELS, tree.name() + " is over " + MOST_LEVELS + " levels deep");
        levels[index / LANES] = Math.max(levels[index / LANES], deepest);
        return order.length;
    }

    private void packNode(TreeTable tree, int node, int at, int child) {
        float condition = tree.condition(node);
        covers[at] = tree.cover(node);
        if (tree.isLeaf(node)) {
            nodes[at] = code(Float.floatToRawIntBits(condition), at, leafSlot);
        } else {
            int slot = SplitKeys.slot(tree.feature(node), tree.defaultLeft(node));
            nodes[at] = code(SplitKeys.key(condition), child, slot);
        }
    }

    private int packEmptyTree(int at) {
        nodes[at] = code(Float.floatToRawIntBits(-0.0f), at, leafSlot);
        return 1;
    }

    private static long code(int upper, int child, int slot) {
        return (long) upper << Integer.SIZE | Integer.toUnsignedLong(child << SLOT_BITS | slot);
    }
}
