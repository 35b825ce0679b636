package io.fueloptimine.jobs.compare.lever;

import io.fueloptimine.jobs.simulator.site.Conditions;
import java.time.Instant;
import java.util.List;

/**
 * The conditions of a mine whose levers repair damaged roads and change payloads. Everything else
 * is as in the given conditions.
 *
 * @param given the conditions without levers
 * @param levers the levers of the run
 */
public record LeverConditions(Conditions given, List<ActiveLever> levers) implements Conditions {

    @Override
    public double extraRollingResistancePct(String segmentId, Instant time) {
        double extraPct = given.extraRollingResistancePct(segmentId, time);
        for (ActiveLever lever : levers) {
            extraPct = lever.damagePct(segmentId, extraPct, time);
        }
        return extraPct;
    }

    @Override
    public double payloadT(String unitId, double drawnT, double nominalT, Instant time) {
        double loadT = given.payloadT(unitId, drawnT, nominalT, time);
        for (ActiveLever lever : levers) {
            loadT = lever.payloadT(unitId, loadT, nominalT);
        }
        return loadT;
    }

    @Override
    public boolean roadClosed(String segmentId, Instant time) {
        return given.roadClosed(segmentId, time);
    }

    @Override
    public double fuelFactor(String machineId, Instant time) {
        return given.fuelFactor(machineId, time);
    }

    @Override
    public double speedFactor(String machineId, Instant time) {
        return given.speedFactor(machineId, time);
    }

    @Override
    public double holdFactor(String placeId, Instant time) {
        return given.holdFactor(placeId, time);
    }

    @Override
    public double leakLph(String machineId, Instant time) {
        return given.leakLph(machineId, time);
    }

    @Override
    public double stolenL(String machineId, Instant from, Instant to) {
        return given.stolenL(machineId, from, to);
    }

    @Override
    public boolean down(String machineId, Instant time) {
        return given.down(machineId, time);
    }

    @Override
    public boolean parked(String machineId, Instant time) {
        return given.parked(machineId, time);
    }
}
