package io.fueloptimine.models.dispatch.idle;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ShutdownAdvice;
import io.fueloptimine.models.mine.StopReason;
import io.fueloptimine.models.mine.Truck;
import io.fueloptimine.models.mine.TruckClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Advises which waiting trucks should switch their engines off: when the wait will probably last
 * longer than a stop and start of the engine costs. How long waits last is learned from the waits
 * of the same reason. Not thread-safe.
 */
public final class ShutdownAdvisor {

    /** Trucks that are down have their engines off; refuelling and closed roads are not waits. */
    private static final Set<StopReason> WAITS =
            EnumSet.of(StopReason.BREAK, StopReason.STANDBY, StopReason.SHIFT_CHANGE);

    private static final double SECONDS_PER_HOUR = 3_600;

    private record Wait(StopReason reason, Instant since, boolean advised) {}

    private final MineSite mine;
    private final ShutdownSettings settings;
    private final Map<String, TruckClass> classes = new HashMap<>();
    private final Map<String, Wait> waits = new TreeMap<>();
    private WaitTimes times = WaitTimes.none();

    public ShutdownAdvisor(MineSite mine, ShutdownSettings settings) {
        this.mine = mine;
        this.settings = settings;
        for (Truck truck : mine.trucks()) {
            classes.put(truck.id(), mine.truckClass(truck.className()));
        }
    }

    /** Reads a change of state of a truck; other readings are ignored. */
    public void accept(Reading reading) {
        if (reading.kind() != EquipmentKind.HAULTRUCK
                || reading.state() == null
                || !classes.containsKey(reading.machineId())) {
            return;
        }
        Wait ended = waits.remove(reading.machineId());
        if (ended != null && reading.time().isAfter(ended.since())) {
            double waitS = Duration.between(ended.since(), reading.time()).toMillis() / 1_000.0;
            times = times.with(ended.reason(), waitS, settings.knownWaits());
        }
        ProductionState state = reading.state().state();
        StopReason reason = reading.state().stopReason();
        boolean waits =
                (state == ProductionState.STOPPED || state == ProductionState.PARKED)
                        && reason != null
                        && WAITS.contains(reason);
        if (waits) {
            this.waits.put(reading.machineId(), new Wait(reason, reading.time(), false));
        }
    }

    /** The advice that is due at a time; each wait is advised once. */
    public List<ShutdownAdvice> due(Instant now) {
        List<ShutdownAdvice> due = new ArrayList<>();
        for (Map.Entry<String, Wait> entry : waits.entrySet()) {
            Wait wait = entry.getValue();
            double waitedS = Duration.between(wait.since(), now).toMillis() / 1_000.0;
            double restS = times.expectedRestS(wait.reason(), waitedS);
            if (!wait.advised()
                    && waitedS >= settings.coolDownS()
                    && restS >= settings.leastGain() * settings.restartCostS()) {
                due.add(advice(entry.getKey(), wait, now, restS));
                entry.setValue(new Wait(wait.reason(), wait.since(), true));
            }
        }
        return due;
    }

    private ShutdownAdvice advice(String truckId, Wait wait, Instant now, double restS) {
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
                litres,
                text);
    }
}
