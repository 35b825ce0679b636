package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shifts of made-up mines with the session as dispatcher and with the rule that sends each truck
 * where it would be loaded first. Both meet the same random numbers. Its main method prints a
 * table.
 */
final class ForeignComparison {

    /** Student's t for 95 % and 19 degrees of freedom, that of 20 seeds. */
    private static final double T_OF_20 = 2.093;

    /**
     * A shift against the rule's.
     *
     * @param tonnesPct more tonnes, %
     * @param litresPerTonnePct more litres per tonne, %
     * @param missedPct tonnes of the dig plan that are missed, % of the plan
     * @param ruleMissedPct the same of the rule
     * @param queueH truck hours in queues
     * @param ruleQueueH the same of the rule
     * @param waits requests that were answered by a wait
     */
    record Difference(
            double tonnesPct,
            double litresPerTonnePct,
            double missedPct,
            double ruleMissedPct,
            double queueH,
            double ruleQueueH,
            int waits) {}

    private ForeignComparison() {}

    /**
     * Shifts with seeds that follow one another. With a dig plan, the rule leaves out faces whose
     * tonnes are met while others are not.
     */
    static List<Difference> shifts(
            ForeignMine.Shape shape,
            double planShare,
            ForeignClient.Habit habit,
            int firstSeed,
            int lastSeed) {
        List<Difference> shifts = new ArrayList<>();
        for (int seed = firstSeed; seed <= lastSeed; seed++) {
            ForeignMine mine = ForeignMine.of(shape, seed, planShare);
            DispatchSession session =
                    new DispatchSession(PlannerSettings.defaults(), AssignerSettings.defaults());
            ForeignDispatcher client = new ForeignClient(mine, session::answer, habit);
            ForeignDispatcher rule = ForeignRules.shortestProcessing(planShare > 0);
            shifts.add(
                    difference(
                            new ForeignShift(mine, client, seed).run(),
                            new ForeignShift(mine, rule, seed).run()));
        }
        return shifts;
    }

    private static Difference difference(ForeignShift ours, ForeignShift rule) {
        double planT = ours.mine.units().stream().mapToDouble(ForeignMine.Unit::planT).sum();
        return new Difference(
                100 * (ours.tonnes() / rule.tonnes() - 1),
                100 * (ours.litres / ours.tonnes() / (rule.litres / rule.tonnes()) - 1),
                100 * ours.missedT() / Math.max(1, planT),
                100 * rule.missedT() / Math.max(1, planT),
                ours.queueS / 3_600,
                rule.queueS / 3_600,
                ours.waits);
    }

    /**
     * Prints a row for each shape.
     *
     * @param args first seed, last seed, share of the dig plan, minutes between plans (0: one plan,
     *     -1: none), whether requests contain the trucks, whether they contain the units; optional:
     *     the shapes, separated by commas
     */
    public static void main(String[] args) {
        ForeignClient.Habit habit =
                new ForeignClient.Habit(
                        Integer.parseInt(args[3]),
                        Boolean.parseBoolean(args[4]),
                        Boolean.parseBoolean(args[5]));
        for (ForeignMine.Shape shape : ForeignMine.Shape.values()) {
            if (args.length > 6 && !List.of(args[6].split(",")).contains(shape.name())) {
                continue;
            }
            List<Difference> shifts =
                    shifts(
                            shape,
                            Double.parseDouble(args[2]),
                            habit,
                            Integer.parseInt(args[0]),
                            Integer.parseInt(args[1]));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.1f (%.1f) | %.1f (%.1f) |%n",
                    shape,
                    interval(shifts.stream().mapToDouble(Difference::tonnesPct).toArray()),
                    interval(shifts.stream().mapToDouble(Difference::litresPerTonnePct).toArray()),
                    shifts.stream().mapToDouble(Difference::missedPct).average().orElse(0),
                    shifts.stream().mapToDouble(Difference::ruleMissedPct).average().orElse(0),
                    shifts.stream().mapToDouble(Difference::queueH).average().orElse(0),
                    shifts.stream().mapToDouble(Difference::ruleQueueH).average().orElse(0));
        }
    }

    private static String interval(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double half = T_OF_20 * Math.sqrt(squares / (values.length - 1) / values.length);
        return String.format(Locale.ROOT, "%+.2f (%+.2f to %+.2f)", mean, mean - half, mean + half);
    }
}
