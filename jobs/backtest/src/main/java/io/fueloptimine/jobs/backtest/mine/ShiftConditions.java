package io.fueloptimine.jobs.backtest.mine;

import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.simulator.site.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions of one recorded shift: the pace of each road, the hours of each truck and, for
 * policies, the time from which each loading unit is at its face. Thread-safe.
 */
public final class ShiftConditions implements Conditions {

    private static final Duration UNIT_EARLIER = Duration.ofMinutes(15);

    private final ShiftMine mine;
    private final boolean unitsWait;
    private final Map<String, Instant> endOf = new HashMap<>();
    private final Map<String, Map<String, Double>> factorsOf = new HashMap<>();

    /**
     * @param unitsWait whether a loading unit is out of service until shortly before its first
     *     recorded load; the recorded assignments respect that by themselves
     */
    public ShiftConditions(ShiftMine mine, ShiftRules rules, boolean unitsWait) {
        this.mine = mine;
        this.unitsWait = unitsWait;
        mine.site()
                .trucks()
                .forEach(
                        truck ->
                                factorsOf.put(
                                        truck.id(), mine.speedFactors().get(truck.className())));
        mine.shift().byTruck().forEach((truckId, cycles) -> endOf.put(truckId, end(cycles, rules)));
    }

    /**
     * A truck begins no cycle later than half of its mean cycle before its last recorded load, so
     * that its simulated cycles end at that time on average.
     */
    private Instant end(List<RecordedCycle> cycles, ShiftRules rules) {
        double meanS = cycles.stream().mapToDouble(RecordedCycle::activeS).average().orElse(0);
        Instant last = cycles.get(cycles.size() - 1).emptyAt();
        return ShiftMine.simulated(mine.shift(), last)
                .minusMillis(Math.round(500 * meanS))
                .plus(rules.overtime());
    }

    @Override
    public double speedFactor(String machineId, String segmentId, Instant time) {
        Map<String, Double> factors = factorsOf.get(machineId);
        return factors == null ? 1 : factors.getOrDefault(segmentId, 1.0);
    }

    @Override
    public double holdFactor(String placeId, Instant time) {
        return mine.dumpOf().containsKey(placeId) ? mine.fit().scales().dumpHold() : 1;
    }

    @Override
    public boolean down(String machineId, Instant time) {
        Instant from = unitsWait ? mine.unitsFrom().get(machineId) : null;
        return from != null && time.isBefore(from.minus(UNIT_EARLIER));
    }

    @Override
    public boolean parked(String machineId, Instant time) {
        Instant end = endOf.get(machineId);
        return end != null && !time.isBefore(end);
    }
}
