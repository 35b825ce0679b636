package io.fueloptimine.jobs.backtest.report;

import io.fueloptimine.jobs.backtest.mine.Cell;
import io.fueloptimine.jobs.backtest.run.ShiftResult;
import io.fueloptimine.jobs.compare.statistics.MeanInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A policy against a reference over all shifts. Immutable.
 *
 * @param policy the policy
 * @param reference the reference
 * @param byShift the savings of each shift, one for each seed
 * @param deviations faces and destinations whose tonnes differ too much from the recorded ones
 * @param cells number of recorded faces and destinations
 */
public record PolicySavings(
        String policy,
        String reference,
        SortedMap<Integer, List<ShiftSaving>> byShift,
        List<CellDeviation> deviations,
        int cells) {

    /**
     * The savings of a policy by its runs and those of the reference.
     *
     * @param recorded the recorded loads and tonnes of each face and destination
     */
    public static PolicySavings of(
            String policy,
            String reference,
            List<ShiftResult> runs,
            SortedMap<Cell, ShiftResult.Moved> recorded,
            int seeds) {
        List<ShiftResult> own = of(policy, runs);
        List<ShiftResult> others = of(reference, runs);
        SortedMap<Integer, List<ShiftSaving>> byShift = new TreeMap<>();
        for (ShiftResult run : own) {
            others.stream()
                    .filter(other -> other.shift() == run.shift() && other.seed() == run.seed())
                    .findFirst()
                    .ifPresent(
                            other ->
                                    byShift.computeIfAbsent(run.shift(), s -> new ArrayList<>())
                                            .add(ShiftSaving.of(other, run)));
        }
        return new PolicySavings(
                policy,
                reference,
                byShift,
                CellDeviation.of(recorded, own, seeds),
                recorded.size());
    }

    /** Whether the policy moved the recorded tonnes from each face to each destination. */
    public boolean comparable() {
        return deviations.isEmpty();
    }

    /** A quantity over the shifts, each the mean of its seeds, with the interval of the mean. */
    public MeanInterval overShifts(ToDoubleFunction<ShiftSaving> quantity) {
        return MeanInterval.of(
                byShift.values().stream()
                        .mapToDouble(
                                seeds -> seeds.stream().mapToDouble(quantity).average().orElse(0))
                        .toArray());
    }

    /** A quantity of one shift over its seeds, with the interval of the mean. */
    public MeanInterval ofShift(int shift, ToDoubleFunction<ShiftSaving> quantity) {
        return MeanInterval.of(byShift.get(shift).stream().mapToDouble(quantity).toArray());
    }

    /** Saved on empty trips over all shifts, % of what the oracle saves. */
    public double ofOraclePct() {
        return 100
                * overShifts(ShiftSaving::emptyL).mean()
                / overShifts(ShiftSaving::oracleL).mean();
    }

    private static List<ShiftResult> of(String policy, List<ShiftResult> runs) {
        return runs.stream().filter(run -> run.policy().equals(policy)).toList();
    }
}
