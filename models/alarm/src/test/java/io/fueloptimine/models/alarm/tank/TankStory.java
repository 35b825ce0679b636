package io.fueloptimine.models.alarm.tank;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.MinuteWork;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.TankEvent;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One truck with a tank of 4,000 L, minute by minute: the level has the noise of sloshing fuel and
 * steps of 0.4 %, the counter has steps of 0.5 L.
 */
final class TankStory implements TankOutput {

    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    static final double TANK_L = 4_000;

    final TankFollower follower =
            new TankFollower(TankSettings.DEFAULT, new Places(MineSites.none()));
    final TankState state = new TankState();
    final Map<String, TankEvent> events = new LinkedHashMap<>();
    final Map<String, FuelReconciliation> intervals = new LinkedHashMap<>();
    final List<AlarmSignal> signals = new ArrayList<>();

    private final Random random;
    private int minute;
    private double levelL = 3_800;
    private double burntL;
    private double counterOffsetL = 50_000;
    private double counterFactor = 1;
    private double leakLph;

    TankStory(long seed) {
        random = new Random(seed);
    }

    TankStory leak(double lph) {
        leakLph = lph;
        return this;
    }

    /** The counter counts this many times the fuel burnt. */
    TankStory counterFactor(double factor) {
        counterFactor = factor;
        return this;
    }

    /** The counter begins at zero, as that of a new controller. */
    TankStory resetCounter() {
        counterOffsetL = -burntL * counterFactor;
        return this;
    }

    /** Loads, drives and queues for some hours: 20 minutes at 380 L/h, 20 at 140, 10 at 50. */
    TankStory haul(double hours) {
        for (int i = 0; i < hours * 60; i++) {
            int phase = i % 50;
            speak(phase < 20 ? 380 : phase < 40 ? 140 : 50, phase < 40, true, 0);
        }
        return this;
    }

    /** Stands with the engine off; the given litres go in (or out, below 0) each minute. */
    TankStory off(int minutes, double litresPerMin) {
        for (int i = 0; i < minutes; i++) {
            speak(0, false, false, litresPerMin);
        }
        return this;
    }

    /** Stands with the engine on while the given litres go in within ten minutes. */
    TankStory fill(double litres) {
        for (int i = 0; i < 14; i++) {
            speak(50, false, true, i >= 2 && i < 12 ? litres / 10 : 0);
        }
        return this;
    }

    /** Fills up to 3,800 L. Returns the litres. */
    double fillUp() {
        double litres = 3_800 - levelL;
        fill(litres);
        return litres;
    }

    /** Minutes since the beginning. */
    int minute() {
        return minute;
    }

    /** No minutes arrive. */
    TankStory silence(int minutes, double lph, double litres) {
        minute += minutes;
        burntL += lph * minutes / 60;
        levelL += litres - lph * minutes / 60;
        return this;
    }

    /** A message of a fuel bay about a refuelling that began some minutes ago. */
    TankStory bay(int beganMinAgo, double litres) {
        return bayAt(minute - beganMinAgo, litres);
    }

    /** A message of a fuel bay about a refuelling that began in a minute of this story. */
    TankStory bayAt(int beganMin, double litres) {
        long startMs = START.plusSeconds(60L * beganMin).toEpochMilli();
        BayFill bay = new BayFill(startMs, startMs + 600_000, litres, "BAY-1", null, null);
        follower.bay(state, "pit", "T1", bay, TANK_L, this);
        return this;
    }

    private void speak(double lph, boolean moving, boolean on, double litresIn) {
        burntL += lph / 60;
        levelL += litresIn - lph / 60 - leakLph / 60;
        minute++;
        double wave = moving ? 0.04 * random.nextGaussian() : 0;
        double pct = levelL / TANK_L * 100 + wave;
        double shownPct = moving ? pct : Math.rint(pct / 0.4) * 0.4;
        double counterL = counterOffsetL + counterFactor * burntL;
        Instant end = START.plusSeconds(60L * minute);
        follower.minute(
                state,
                new MachineMinute(
                        "pit",
                        "T1",
                        EquipmentKind.HAULTRUCK,
                        "930E",
                        end.minusSeconds(60),
                        end,
                        end.minusSeconds(1),
                        60,
                        moving ? ProductionState.HAULING : ProductionState.STOPPED,
                        on ? 1 : 0,
                        moving ? 0 : 1,
                        shownPct,
                        Math.rint(counterL * 2) / 2,
                        lph,
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        3,
                        null,
                        null,
                        MinuteWork.UNKNOWN),
                TANK_L,
                this);
    }

    double burntL() {
        return burntL;
    }

    List<TankEvent> of(TankEvent.Kind kind) {
        return events.values().stream().filter(event -> event.kind() == kind).toList();
    }

    boolean raised(AlertType type) {
        return signals.stream().anyMatch(signal -> signal.type() == type && signal.present());
    }

    FuelReconciliation lastInterval() {
        return new ArrayList<>(intervals.values()).get(intervals.size() - 1);
    }

    @Override
    public void event(TankEvent event) {
        events.put(event.eventId(), event);
    }

    @Override
    public void interval(FuelReconciliation interval) {
        intervals.put(interval.intervalId(), interval);
    }

    @Override
    public void signal(AlarmSignal signal) {
        signals.add(signal);
    }
}
