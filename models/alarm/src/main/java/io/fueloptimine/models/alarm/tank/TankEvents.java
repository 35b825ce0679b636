package io.fueloptimine.models.alarm.tank;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.consumption.TankEvent;
import java.time.Instant;

/** Builds the records of refuellings and losses. */
final class TankEvents {

    /** Confidence of a refuelling that only a fuel bay reports although the level is known. */
    private static final double BAY_ALONE = 0.5;

    private final TankSettings settings;

    TankEvents(TankSettings settings) {
        this.settings = settings;
    }

    /**
     * The record of a refuelling. The litres are the fuel bay's where it reports the refuelling.
     */
    TankEvent of(String site, String machineId, KnownFill fill, double tankL) {
        Double bayL = fill.bayL();
        double levelErrorL = settings.twoLevelsErrorL(tankL);
        double bayErrorL = bayL == null ? 0 : settings.bayErrorPct() / 100 * bayL;
        double litres = bayL == null ? fill.levelL() : bayL;
        return new TankEvent(
                id(site, machineId, TankEvent.Kind.FILL, fill.idMs()),
                site,
                machineId,
                TankEvent.Kind.FILL,
                Instant.ofEpochMilli(fill.startMs()),
                Instant.ofEpochMilli(fill.endMs()),
                litres,
                bayL == null ? levelErrorL : bayErrorL,
                fill.levelL(),
                bayL,
                fill.beforePct(),
                fill.afterPct(),
                fill.source(),
                fill.bays().isEmpty() ? null : fill.bays().get(0).bayId(),
                fill.place(),
                confidence(fill, levelErrorL, bayErrorL));
    }

    /**
     * Level alone: the probability that noise does not reach the litres. Level and bay: at least
     * one half, and more the better their litres agree.
     */
    private double confidence(KnownFill fill, double levelErrorL, double bayErrorL) {
        if (fill.levelL() == null) {
            return BAY_ALONE;
        }
        if (fill.bays().isEmpty()) {
            return Normal.within(fill.levelL() / levelErrorL);
        }
        double errorL = Math.hypot(levelErrorL, bayErrorL);
        double deviation = Math.abs(fill.levelL() - fill.bayL()) / errorL;
        return deviation <= 2 ? 1 : Math.max(BAY_ALONE, 1 - (deviation - 2) / 8);
    }

    /** The record of a step loss. */
    TankEvent of(String site, String machineId, OpenDrain drain, String place, double tankL) {
        double errorL = settings.twoLevelsErrorL(tankL);
        return new TankEvent(
                id(site, machineId, TankEvent.Kind.DRAIN, drain.fromMs()),
                site,
                machineId,
                TankEvent.Kind.DRAIN,
                Instant.ofEpochMilli(drain.fromMs()),
                Instant.ofEpochMilli(drain.nowMs()),
                drain.litres(),
                errorL,
                drain.litres(),
                null,
                drain.beforeL() / tankL * 100,
                drain.afterL() / tankL * 100,
                TankEvent.Source.LEVEL,
                null,
                place,
                Normal.within(drain.litres() / errorL));
    }

    private static String id(String site, String machineId, TankEvent.Kind kind, long atMs) {
        return MachineKey.textOf(site, machineId) + "/" + kind + "/" + atMs;
    }
}
