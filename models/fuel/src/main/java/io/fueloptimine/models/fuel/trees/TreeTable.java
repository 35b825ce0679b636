package io.fueloptimine.models.fuel.trees;

import static io.fueloptimine.models.fuel.trees.ModelFileFault.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/**
 * One tree of a model file as checked columns: splits use known features, leaves are finite, and no
 * node has two parents, so that every traversal ends.
 */
final class TreeTable {

    private static final int NO_CHILD = -1;

    private final String name;
    private final JsonNode tree;
    private final int[] left;
    private final int[] right;
    private final int[] feature;
    private final float[] condition;
    private final boolean[] defaultLeft;
    private final int[] breadthFirst;

    TreeTable(JsonNode tree, String name, int features) throws ModelFileFault {
        int size = tree.path("left_children").size();
        require(size > 0, name + " has no nodes");
        for (JsonNode kind : tree.path("split_type")) {
            require(kind.asInt() == 0, name + " splits by category, which is not supported");
        }
        this.name = name;
        this.tree = tree;
        left = new int[size];
        right = new int[size];
        feature = new int[size];
        condition = new float[size];
        defaultLeft = new boolean[size];
        for (int node = 0; node < size; node++) {
            read(node, features);
        }
        breadthFirst = walk();
    }

    String name() {
        return name;
    }

    /** The reachable nodes level by level, a right child before its left sibling. */
    int[] breadthFirst() {
        return breadthFirst;
    }

    boolean isLeaf(int node) {
        return left[node] == NO_CHILD;
    }

    int feature(int node) {
        return feature[node];
    }

    /** The threshold of a split, or the value of a leaf. */
    float condition(int node) {
        return condition[node];
    }

    boolean defaultLeft(int node) {
        return defaultLeft[node];
    }

    /** The weight of the training rows that passed a node; NaN when unknown. */
    float cover(int node) {
        return tree.path("sum_hessian").path(node).isNumber()
                ? tree.path("sum_hessian").path(node).floatValue()
                : Float.NaN;
    }

    private void read(int node, int features) throws ModelFileFault {
        left[node] = child("left_children", node);
        right[node] = child("right_children", node);
        feature[node] = integer("split_indices", node);
        condition[node] = number("split_conditions", node).floatValue();
        defaultLeft[node] = integer("default_left", node) == 1;
        if (isLeaf(node) != (right[node] == NO_CHILD)) {
            throw fault(node, " has one child only");
        }
        if (isLeaf(node) ? !Float.isFinite(condition[node]) : Float.isNaN(condition[node])) {
            throw fault(node, " has " + condition[node] + " in split_conditions");
        }
        if (!isLeaf(node) && (feature[node] < 0 || feature[node] >= features)) {
            throw fault(node, " splits on feature " + feature[node] + " of " + features);
        }
    }

    private int child(String field, int node) throws ModelFileFault {
        int child = integer(field, node);
        if (child < NO_CHILD || child >= left.length) {
            throw fault(node, ": child " + child + " of " + left.length + " nodes");
        }
        return child;
    }

    private int integer(String field, int node) throws ModelFileFault {
        JsonNode value = number(field, node);
        if (!value.isBoolean() && !(value.isIntegralNumber() && value.canConvertToInt())) {
            throw fault(node, " has " + value.asText() + " in " + field + ", expected an integer");
        }
        return value.asInt();
    }

    private JsonNode number(String field, int node) throws ModelFileFault {
        JsonNode value = tree.path(field).path(node);
        if (!value.isNumber() && !value.isBoolean()) {
            throw fault(node, " has no number in " + field);
        }
        return value;
    }

    private ModelFileFault fault(int node, String what) {
        return new ModelFileFault(name + ", node " + node + what);
    }

    private int[] walk() throws ModelFileFault {
        boolean[] reached = new boolean[left.length];
        int[] order = new int[left.length];
        int count = reach(0, reached, order, 0);
        for (int at = 0; at < count; at++) {
            if (!isLeaf(order[at])) {
                count = reach(right[order[at]], reached, order, count);
                count = reach(left[order[at]], reached, order, count);
            }
        }
        return Arrays.copyOf(order, count);
    }

    private int reach(int node, boolean[] reached, int[] order, int count) throws ModelFileFault {
        require(!reached[node], name + " reaches node " + node + " twice");
        reached[node] = true;
        order[count] = node;
        return count + 1;
    }
}
