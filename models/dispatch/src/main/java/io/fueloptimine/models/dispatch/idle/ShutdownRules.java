package io.fueloptimine.models.dispatch.idle;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StopReason;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * When a waiting truck should switch its engine off: when the wait will probably last longer than a
 * stop and start of the engine costs. How long waits last is learned from the waits of the same
 * reason. A truck whose engine is off gets no advice. Immutable.
 */
public final class ShutdownRules {

    /** Trucks that are down have their engines off; refuelling and closed roads are not waits. */
    private static final Set<StopReason> WAITS =
            EnumSet.of(StopReason.BREAK, StopReason.STANDBY, StopReason.SHIFT_CHANGE);

    private static final double SECONDS_PER_HOUR = 3_600;

    /** Share of a minute with the engine on below which the engine counts as switched off. */
    private static final double ON_SHARE = 0.5;

    private final MineSite mine;
    private final ShutdownSettings settings;
    private final Map<String, TruckClass> classes = new HashMap<>();

    public ShutdownRules(MineSite mine, ShutdownSettings settings) {
        this.mine = mine;
        this.settings = settings;
        for (Truck truck : mine.trucks()) {
            classes.put(truck.id(), mine.truckClass(truck.className()));
        }
    }

    /** Whether a reading is a change of state of a truck of the mine. */
    public boolean concerns(Reading reading) {
        return reading.kind() == EquipmentKind.HAULTRUCK
                && reading.state() != null
                && classes.containsKey(reading.machineId());
    }

    /**
     * What is known of a truck after a change of its state. A change that is not later than the
     * latest one is ignored. A wait goes on when its reason is reported again.
     *
     * @param before null when nothing was known
     */
    public TruckWait after(TruckWait before, Reading reading) {
        if (before != null && !reading.time().isAfter(before.at())) {
            return before;
        }
        ProductionState state = reading.state().state();
        StopReason reason = reading.state().stopReason();
        boolean waits =
                (state == ProductionState.STOPPED || state == ProductionState.PARKED)
                        && reason != null
                        && WAITS.contains(reason);
        if (!waits) {
            return TruckWait.none(reading.time());
        }
        return before != null && reason == before.reason()
                ? before.continued(reading.time())
                : TruckWait.begun(reading.time(), reason);
    }

    /** Length of the wait that ended between two stages of knowledge, s; empty without one. */
    public static OptionalDouble endedS(TruckWait before, TruckWait after) {
        return ended(before, after)
                ? OptionalDouble.of(seconds(before.since(), after.at()))
                : OptionalDouble.empty();
    }

    /** The advice that has to be withdrawn, because its wait ended; empty without one. */
    public static Optional<ShutdownAdvice> withdrawn(TruckWait before, TruckWait after) {
        return ended(before, after) && before.advice() != null
                ? Optional.of(before.advice().endedAt(after.at()))
                : Optional.empty();
    }

    private static boolean ended(TruckWait before, TruckWait after) {
        return before != null && before.waits() && !before.since().equals(after.since());
    }

    /**
     * What is known of a truck after a minute of its sensors: whether its engine runs. A minute
     * that began before the wait, or that is older than what is known, changes nothing.
     */
    public TruckWait after(TruckWait before, FuelWindow minute) {
        if (!before.waits()
                || minute.start().isBefore(before.since())
                || Double.isNaN(minute.engineOnShare())) {
            return before;
        }
        boolean off = minute.engineOnShare() < ON_SHARE;
        if (off == (before.engineOffAt() != null)
                || before.engineOffAt() != null && minute.start().isBefore(before.engineOffAt())) {
            return before;
        }
        return before.withEngineOffAt(off ? minute.start() : null);
    }

    /** The advice that is due at a time for a truck; empty if there is none or it was given. */
    public Optional<ShutdownAdvice> due(
            String truckId, TruckWait wait, WaitTimes times, Instant now) {
        if (!wait.waits() || wait.advice() != null || wait.engineOffAt() != null) {
            return Optional.empty();
        }
        double waitedS = seconds(wait.since(), now);
        double restS = times.expectedRestS(wait.reason(), waitedS);
        return waitedS >= settings.coolDownS()
                        && restS >= settings.leastGain() * settings.restartCostS()
                ? Optional.of(advice(truckId, wait, now, restS))
                : Optional.empty();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }

    private ShutdownAdvice advice(String truckId, TruckWait wait, Instant now, double restS) {
        double litres =
                (restS - settings.restartCostS())
                        / SECONDS_PER_HOUR
                        * classes.get(truckId).idleLph();
        String text =
                String.format(
                        Locale.ROOT,
                        "Switch the engine of %s off: it waits (%s) since %s, waits of this kind"
                                + " last %.0f minutes more, a restart costs as much as %.0f minutes"
                                + " of idling.",
                        truckId,
                        wait.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        wait.since(),
                        restS / 60,
                        settings.restartCostS() / 60);
        return new ShutdownAdvice(
                String.join(
                        "/",
                        MachineKey.textOf(mine.site(), truckId),
                        "shutdown",
                        Long.toString(wait.since().toEpochMilli())),
                mine.site(),
                truckId,
                wait.reason(),
                wait.since(),
                now,
                restS,
                settings.restartCostS(),
                classes.get(truckId).idleLph(),
                litres,
                text,
                null,
                null);
    }
}
