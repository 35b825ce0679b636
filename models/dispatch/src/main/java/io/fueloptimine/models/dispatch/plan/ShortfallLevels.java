package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.mine.site.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shortfalls of a model by the order in which they are minimised: levels in alphabetical order
 * of their names. Use an instance on one thread.
 */
final class ShortfallLevels {

    static final String GRADE = "1 grade and stripping ratio";
    static final String UNITS = "2 loading units that must not stop";
    private static final String FACES = "3 priority";
    static final String DUMP_MINIMUMS = "4 minimums of dumps";
    static final String DUMP_TONNES = "5 tonnes of dumps";
    static final String MATCH_FACTORS = "6 match factors of faces";

    private record Shortfall(int variable, double most) {}

    private final Map<String, List<Shortfall>> byLevel = new TreeMap<>();

    static String face(int priority, Material material) {
        return String.format(
                java.util.Locale.ROOT,
                "3 priority %09d %d %s",
                priority,
                material.ordinal(),
                material);
    }

    void add(String level, int variable, double most) {
        byLevel.computeIfAbsent(level, unused -> new ArrayList<>())
                .add(new Shortfall(variable, most));
    }

    void addTo(LinearModel model, double worstFactor) {
        byLevel.forEach(
                (name, shortfalls) -> {
                    if (name.startsWith(FACES) && shortfalls.size() > 1) {
                        limitWorst(model, name, shortfalls, worstFactor);
                    }
                    model.minimiseNext(name, shortfalls.stream().map(Shortfall::variable).toList());
                });
    }

    private static void limitWorst(
            LinearModel model, String name, List<Shortfall> shortfalls, double factor) {
        int worst = model.variable("worst share of " + name, 0, 1, 0);
        for (Shortfall each : shortfalls) {
            model.row("share of " + each.variable(), Double.NEGATIVE_INFINITY, 0)
                    .add(each.variable(), 1 / each.most())
                    .add(worst, -1);
        }
        model.limitNext("worst share of " + name, worst, factor);
    }
}
