package io.fueloptimine.jobs.simulator.scenario;

import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.InjectorWear;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.LeakingTank;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.MachineDown;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.RoadClosed;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.Theft;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.TruckParked;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WetRoad;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WrongLoads;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WrongSpeed;
import io.fueloptimine.jobs.simulator.site.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The conditions that result from a scenario's physical faults. The effects of several faults on
 * one machine or road add up. Immutable.
 */
public final class ScenarioConditions implements Conditions {

    private static final double MS_PER_MINUTE = 60_000;

    private final Instant start;
    private final Map<String, List<WetRoad>> wetRoads = new HashMap<>();
    private final Map<String, List<RoadClosed>> closures = new HashMap<>();
    private final Map<String, List<InjectorWear>> wears = new HashMap<>();
    private final Map<String, List<LeakingTank>> leaks = new HashMap<>();
    private final Map<String, List<Theft>> thefts = new HashMap<>();
    private final Map<String, List<WrongLoads>> loads = new HashMap<>();
    private final Map<String, List<WrongSpeed>> speeds = new HashMap<>();
    private final Map<String, List<MachineDown>> breakdowns = new HashMap<>();
    private final Map<String, List<TruckParked>> parkings = new HashMap<>();

    /**
     * @param start simulated time at which the scenario begins
     */
    public ScenarioConditions(Scenario scenario, Instant start) {
        this.start = start;
        scenario.physicalFaults().forEach(this::add);
    }

    private void add(PhysicalFault fault) {
        if (fault instanceof WetRoad wet) {
            addTo(wetRoads, wet.segmentIds(), wet);
        } else if (fault instanceof RoadClosed closed) {
            addTo(closures, closed.segmentIds(), closed);
        } else if (fault instanceof InjectorWear wear) {
            addTo(wears, Set.of(wear.truckId()), wear);
        } else if (fault instanceof LeakingTank leak) {
            addTo(leaks, Set.of(leak.truckId()), leak);
        } else if (fault instanceof Theft theft) {
            addTo(thefts, Set.of(theft.truckId()), theft);
        } else if (fault instanceof WrongLoads wrong) {
            addTo(loads, Set.of(wrong.unitId()), wrong);
        } else if (fault instanceof WrongSpeed wrong) {
            addTo(speeds, Set.of(wrong.truckId()), wrong);
        } else if (fault instanceof MachineDown down) {
            addTo(breakdowns, Set.of(down.machineId()), down);
        } else if (fault instanceof TruckParked parked) {
            addTo(parkings, Set.of(parked.truckId()), parked);
        }
    }

    private static <F> void addTo(Map<String, List<F>> faults, Set<String> targets, F fault) {
        targets.forEach(id -> faults.computeIfAbsent(id, key -> new ArrayList<>()).add(fault));
    }

    @Override
    public double extraRollingResistancePct(String segmentId, Instant time) {
        double extra = 0;
        for (WetRoad wet : wetRoads.getOrDefault(segmentId, List.of())) {
            if (wet.span().contains(start, time)) {
                extra += wet.extraRollingResistancePct();
            }
        }
        return extra;
    }

    @Override
    public boolean roadClosed(String segmentId, Instant time) {
        return anyAt(closures, segmentId, time);
    }

    @Override
    public double fuelFactor(String machineId, Instant time) {
        double factor = 1;
        for (InjectorWear wear : wears.getOrDefault(machineId, List.of())) {
            if (wear.span().contains(start, time)) {
                factor += wear.extraFuelPct() / 100 * grownShare(wear, time);
            }
        }
        return factor;
    }

    private double grownShare(InjectorWear wear, Instant time) {
        double elapsedMs = Duration.between(wear.span().from(start), time).toMillis();
        double rampMs = wear.ramp().toMillis();
        return elapsedMs >= rampMs ? 1 : elapsedMs / rampMs;
    }

    @Override
    public double leakLph(String machineId, Instant time) {
        double lph = 0;
        for (LeakingTank leak : leaks.getOrDefault(machineId, List.of())) {
            if (leak.span().contains(start, time)) {
                lph += leak.litresPerHour();
            }
        }
        return lph;
    }

    @Override
    public double stolenL(String machineId, Instant from, Instant to) {
        double litres = 0;
        for (Theft theft : thefts.getOrDefault(machineId, List.of())) {
            long startMs = later(theft.span().from(start), from).toEpochMilli();
            long endMs = earlier(theft.span().until(start), to).toEpochMilli();
            litres += theft.litresPerMinute() * Math.max(0, endMs - startMs) / MS_PER_MINUTE;
        }
        return litres;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    @Override
    public double payloadT(String unitId, double drawnT, double nominalT, Instant time) {
        double payloadT = drawnT;
        for (WrongLoads wrong : loads.getOrDefault(unitId, List.of())) {
            if (wrong.span().contains(start, time)) {
                payloadT *= wrong.factor();
            }
        }
        return payloadT;
    }

    @Override
    public double speedFactor(String machineId, Instant time) {
        double factor = 1;
        for (WrongSpeed wrong : speeds.getOrDefault(machineId, List.of())) {
            if (wrong.span().contains(start, time)) {
                factor *= wrong.factor();
            }
        }
        return factor;
    }

    @Override
    public boolean down(String machineId, Instant time) {
        return anyAt(breakdowns, machineId, time);
    }

    @Override
    public boolean parked(String machineId, Instant time) {
        return anyAt(parkings, machineId, time);
    }

    private <F extends ScenarioFault> boolean anyAt(
            Map<String, List<F>> faults, String id, Instant time) {
        for (F fault : faults.getOrDefault(id, List.of())) {
            if (fault.span().contains(start, time)) {
                return true;
            }
        }
        return false;
    }
}
