package io.fueloptimine.models.fuel.trees;

import static io.fueloptimine.models.fuel.trees.XgboostJson.require;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.fuel.trees.XgboostJson.Fault;
import java.util.List;

/** Lays the trees of an XGBoost JSON model out as flat arrays and checks that each is a tree. */
final class TreeArrays {

    private static final int NO_CHILD = -1;

    private final int features;
    private final int[] roots;
    private final int[] left;
    private final int[] right;
    private final int[] feature;
    private final float[] threshold;
    private final boolean[] defaultLeft;

    TreeArrays(JsonNode trees, int features) throws Fault {
        int nodes = 0;
        for (JsonNode tree : trees) {
            nodes += tree.path("left_children").size();
        }
        this.features = features;
        roots = new int[trees.size()];
        left = new int[nodes];
        right = new int[nodes];
        feature = new int[nodes];
        threshold = new float[nodes];
        defaultLeft = new boolean[nodes];
        int offset = 0;
        for (int i = 0; i < trees.size(); i++) {
            roots[i] = offset;
            offset += lay(trees.get(i), "tree " + i, offset);
        }
    }

    XgboostTrees trees(List<String> names, float baseScore) {
        return new XgboostTrees(
                names, baseScore, roots, left, right, feature, threshold, defaultLeft);
    }

    private int lay(JsonNode tree, String name, int offset) throws Fault {
        int size = tree.path("left_children").size();
        require(size > 0, name + " has no nodes");
        for (JsonNode kind : tree.path("split_type")) {
            require(kind.asInt() == 0, name + " splits by category, which is not supported");
        }
        for (int i = 0; i < size; i++) {
            layNode(tree, i, size, name, offset);
        }
        requireTree(offset, size, name);
        return size;
    }

    private void layNode(JsonNode tree, int i, int size, String name, int offset) throws Fault {
        int at = offset + i;
        left[at] = child(tree, "left_children", i, size, name, offset);
        right[at] = child(tree, "right_children", i, size, name, offset);
        feature[at] = number(tree, "split_indices", i, name).asInt();
        threshold[at] = number(tree, "split_conditions", i, name).floatValue();
        defaultLeft[at] = number(tree, "default_left", i, name).asInt() == 1;
        boolean leaf = left[at] == NO_CHILD;
        require(leaf == (right[at] == NO_CHILD), name + ", node " + i + " has one child only");
        require(
                leaf || feature[at] >= 0 && feature[at] < features,
                name + ", node " + i + " splits on feature " + feature[at] + " of " + features);
    }

    private static int child(JsonNode tree, String field, int i, int size, String name, int offset)
            throws Fault {
        int child = number(tree, field, i, name).asInt();
        require(
                child >= NO_CHILD && child < size,
                name + ", node " + i + ": child " + child + " of " + size + " nodes");
        return child == NO_CHILD ? NO_CHILD : child + offset;
    }

    private static JsonNode number(JsonNode tree, String field, int i, String name) throws Fault {
        JsonNode node = tree.path(field).path(i);
        require(
                node.isNumber() || node.isBoolean(),
                name + ", node " + i + " has no number in " + field);
        return node;
    }

    /** No node may be reached twice, or a walk need not end. */
    private void requireTree(int root, int size, String name) throws Fault {
        boolean[] reached = new boolean[size];
        int[] open = new int[size + 1];
        int count = 1;
        open[0] = root;
        while (count > 0) {
            int node = open[--count];
            require(!reached[node - root], name + " reaches node " + (node - root) + " twice");
            reached[node - root] = true;
            if (left[node] != NO_CHILD) {
                require(count + 2 <= open.length, name + " is no tree");
                open[count++] = left[node];
                open[count++] = right[node];
            }
        }
    }
}
