package io.fueloptimine.models.alarm.rule;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The latest loads of a loading unit, so that a truck is compared with other trucks that the same
 * unit loaded. The arrays must not be modified. Immutable.
 *
 * @param truckIds the loaded trucks, oldest load first
 * @param shares payload / nominal payload of the loads
 */
public record RecentLoads(String[] truckIds, double[] shares) {

    /** No loads. */
    public static final RecentLoads NONE = new RecentLoads(new String[0], new double[0]);

    private static final int MOST = 24;

    /** Loads of other trucks without which a truck is not compared. */
    private static final int LEAST_OTHERS = 6;

    /** A copy with one more load. */
    public RecentLoads with(String truckId, double share) {
        int kept = Math.min(shares.length, MOST - 1);
        int from = shares.length - kept;
        String[] trucks = Arrays.copyOfRange(truckIds, from, shares.length + 1);
        double[] loads = Arrays.copyOfRange(shares, from, shares.length + 1);
        trucks[kept] = truckId;
        loads[kept] = share;
        return new RecentLoads(trucks, loads);
    }

    /** The median load of the other trucks, as a share of nominal; NaN with fewer than six. */
    public double medianOfOthers(String truckId) {
        double[] others =
                IntStream.range(0, shares.length)
                        .filter(i -> !truckIds[i].equals(truckId))
                        .mapToDouble(i -> shares[i])
                        .sorted()
                        .toArray();
        int half = others.length / 2;
        if (others.length < LEAST_OTHERS) {
            return Double.NaN;
        }
        return others.length % 2 == 1 ? others[half] : (others[half - 1] + others[half]) / 2;
    }
}
