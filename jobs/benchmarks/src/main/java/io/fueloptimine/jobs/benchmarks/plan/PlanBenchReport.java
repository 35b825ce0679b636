package io.fueloptimine.jobs.benchmarks.plan;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The figures of all instances of one size, and whether they reach the goal. Immutable.
 *
 * @param size the size of the mines
 * @param all the figures of each instance
 * @param goal the goal
 */
record PlanBenchReport(MadeUpMine.Size size, List<PlanBench.Figures> all, Goal goal) {

    /**
     * What the figures are to reach.
     *
     * @param medianSeconds highest median of the time, s
     * @param maxSeconds highest time, s
     * @param gap highest gap
     * @param firstSeconds highest time until the first plan, s
     * @param firstGap highest gap of the first plan
     */
    record Goal(
            double medianSeconds,
            double maxSeconds,
            double gap,
            double firstSeconds,
            double firstGap) {}

    PlanBenchReport {
        all = List.copyOf(all);
    }

    boolean isMet() {
        return all.stream().allMatch(this::isMet)
                && median(PlanBench.Figures::seconds) <= goal.medianSeconds();
    }

    private boolean isMet(PlanBench.Figures figures) {
        // Comparisons with NaN, of an instance without a plan, are false.
        return figures.seconds() <= goal.maxSeconds()
                && figures.gap() <= goal.gap()
                && figures.firstSeconds() <= goal.firstSeconds()
                && figures.firstGap() <= goal.firstGap();
    }

    String render() {
        long met = all.stream().filter(this::isMet).count();
        long unmetTargets = all.stream().filter(PlanBench.Figures::isShort).count();
        String own =
                String.format(
                        Locale.ROOT,
                        "%s: %d of %d reach the goal; median %.3f s, max %.3f s"
                                + " (processor time %.3f s, %.3f s), gap max %.3f %%;"
                                + " first plan max %.3f s (processor time %.3f s), gap max %.2f %%; %d with unmet targets",
                        size,
                        met,
                        all.size(),
                        median(PlanBench.Figures::seconds),
                        max(PlanBench.Figures::seconds),
                        median(PlanBench.Figures::processorSeconds),
                        max(PlanBench.Figures::processorSeconds),
                        100 * max(PlanBench.Figures::gap),
                        max(PlanBench.Figures::firstSeconds),
                        max(PlanBench.Figures::firstProcessorSeconds),
                        100 * max(PlanBench.Figures::firstGap),
                        unmetTargets);
        return own + peer();
    }

    private String peer() {
        double[] seconds =
                all.stream()
                        .mapToDouble(PlanBench.Figures::peerSeconds)
                        .filter(value -> !Double.isNaN(value))
                        .sorted()
                        .toArray();
        if (seconds.length == 0) {
            return "";
        }
        double[] costs =
                all.stream()
                        .mapToDouble(PlanBench.Figures::peerCost)
                        .filter(value -> !Double.isNaN(value))
                        .sorted()
                        .toArray();
        String litres =
                costs.length == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", litres %.4f to %.4f of those of the plan",
                                costs[0],
                                costs[costs.length - 1]);
        return String.format(
                Locale.ROOT,
                "%n  HiGHS: median %.3f s, max %.3f s; %d of %d without a plan in its time%s",
                seconds[seconds.length / 2],
                seconds[seconds.length - 1],
                seconds.length - costs.length,
                seconds.length,
                litres);
    }

    private double median(ToDoubleFunction<PlanBench.Figures> figure) {
        double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private double max(ToDoubleFunction<PlanBench.Figures> figure) {
        return all.stream().mapToDouble(figure).max().orElse(Double.NaN);
    }
}
