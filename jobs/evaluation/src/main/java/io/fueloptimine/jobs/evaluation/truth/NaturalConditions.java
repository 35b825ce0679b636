package io.fueloptimine.jobs.evaluation.truth;

import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StopReason;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Conditions that a mine without injected faults has, too: trucks that break down after signs of
 * it, tanks that run low, engines that idle, loads far from nominal, shifts of a loading unit that
 * break the loading policy, notes of operators. An alarm about such a condition is right. Not
 * thread-safe.
 */
public final class NaturalConditions {

    private static final double LOW_FUEL_PCT = 13;
    private static final double OVERLOAD = 1.1;
    private static final double UNDERLOAD = 0.9;
    private static final double STANDING_KPH = 1;

    /**
     * Half of what a healthy simulated engine holds. A breakdown that comes after the end of a run,
     * or that a parked truck never shows as a stop, has signs, too.
     */
    private static final double FAILING_OIL_KPA = 180;

    /** Five standard deviations above the vibration of a healthy simulated dozer or grader. */
    private static final double FAILING_VIBRATION_MMS = 8;

    private static final Duration LONG_IDLE = Duration.ofMinutes(10);
    private static final Duration GAP = Duration.ofMinutes(5);

    /** An alarm may come so much later than its condition, because alarms have a delay. */
    private static final Duration AFTER = Duration.ofMinutes(30);

    /** A truck under way or at a station stops for its breakdown up to half an hour later. */
    private static final Duration SIGNS_BEFORE =
            Duration.ofMillis(DurationModel.BREAKDOWN_SIGNS_MS).plusMinutes(30);

    private static final Set<ProductionState> WAITING =
            Set.of(
                    ProductionState.QUEUED,
                    ProductionState.SPOTTING,
                    ProductionState.LOADING,
                    ProductionState.DUMPING);

    private record Period(Instant from, Instant until) {}

    private final MineSites mines;
    private final TrueLoads loads;
    private final Map<String, List<Period>> periods = new HashMap<>();

    /**
     * @param loads what trucks really carried, complete when alarms are explained
     */
    public NaturalConditions(MineSites mines, TrueLoads loads) {
        this.mines = mines;
        this.loads = loads;
    }

    /** Observes a reading; the readings of a machine are in the order of their times. */
    public void observe(Reading reading) {
        if (reading.note() != null) {
            note("NOTE", reading, Duration.ZERO);
        } else if (reading.state() != null && reading.state().stopReason() == StopReason.DOWN) {
            note("FAILING_MACHINE", reading, SIGNS_BEFORE);
            note("VIBRATION", reading, SIGNS_BEFORE);
        } else if (reading.telemetry() != null) {
            observe(reading, reading.telemetry());
        }
    }

    private void observe(Reading reading, Telemetry telemetry) {
        if (telemetry.fuelLevelPct() != null && telemetry.fuelLevelPct() <= LOW_FUEL_PCT) {
            note("LOW_FUEL", reading, Duration.ZERO);
        }
        boolean engineOn = telemetry.engineRpm() != null && telemetry.engineRpm() > 0;
        if (engineOn
                && telemetry.oilPressureKpa() != null
                && telemetry.oilPressureKpa() < FAILING_OIL_KPA) {
            note("FAILING_MACHINE", reading, Duration.ZERO);
        }
        if (telemetry.vibrationRmsMmS() != null
                && telemetry.vibrationRmsMmS() > FAILING_VIBRATION_MMS) {
            note("VIBRATION", reading, Duration.ZERO);
        }
        boolean standing = telemetry.speedKph() != null && telemetry.speedKph() < STANDING_KPH;
        if (engineOn && standing && !WAITING.contains(telemetry.productionState())) {
            note("LONG_IDLE", reading, Duration.ZERO);
        }
        if (telemetry.payloadT() != null
                && telemetry.productionState() == ProductionState.HAULING) {
            mines.truckClass(reading.site(), telemetry.equipmentClass())
                    .map(TruckClass::payloadT)
                    .ifPresent(nominalT -> observeLoad(reading, telemetry.payloadT() / nominalT));
        }
    }

    private void observeLoad(Reading reading, double share) {
        if (share > OVERLOAD) {
            note("OVERLOAD", reading, Duration.ZERO);
        } else if (share < UNDERLOAD) {
            note("UNDERLOAD", reading, Duration.ZERO);
        }
    }

    private void note(String type, Reading reading, Duration before) {
        List<Period> known =
                periods.computeIfAbsent(
                        key(type, reading.site(), reading.machineId()), key -> new ArrayList<>());
        Instant from = reading.time().minus(before);
        Period last = known.isEmpty() ? null : known.get(known.size() - 1);
        if (last != null && !from.isAfter(last.until().plus(GAP))) {
            known.set(known.size() - 1, new Period(last.from(), reading.time()));
        } else {
            known.add(new Period(from, reading.time()));
        }
    }

    /**
     * Whether a machine had the condition of an alarm when the alarm was raised, or shortly before.
     *
     * @param machineId the machine; null for an alarm of the whole site
     */
    public boolean explain(String type, String site, String machineId, Instant raisedAt) {
        Instant until = raisedAt.plus(AFTER);
        if (type.equals("OVERLOAD") && loads.areTooHeavy(site, machineId, raisedAt, until)
                || type.equals("UNDERLOAD")
                        && loads.areTooLight(site, machineId, raisedAt, until)) {
            return true;
        }
        Duration least = type.equals("LONG_IDLE") ? LONG_IDLE : Duration.ZERO;
        return periods.getOrDefault(key(type, site, machineId), List.of()).stream()
                .filter(
                        period ->
                                Duration.between(period.from(), period.until()).compareTo(least)
                                        >= 0)
                .anyMatch(
                        period ->
                                !raisedAt.isBefore(period.from())
                                        && !raisedAt.isAfter(period.until().plus(AFTER)));
    }

    private static String key(String type, String site, String machineId) {
        return type + "/" + site + "/" + machineId;
    }
}
