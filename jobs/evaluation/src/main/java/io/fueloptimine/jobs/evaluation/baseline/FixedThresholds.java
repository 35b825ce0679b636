package io.fueloptimine.jobs.evaluation.baseline;

import io.fueloptimine.jobs.evaluation.match.RaisedAlarm;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The baseline of fixed thresholds on single values and hourly means, as a telematics portal offers
 * them: no on-delay, no hysteresis, no knowledge of what the machine does. The thresholds were
 * chosen once and not tuned. An alarm is raised again when its condition was absent for {@link
 * #REARM}. Not thread-safe.
 */
public final class FixedThresholds {

    static final Duration REARM = Duration.ofMinutes(5);

    private static final double THEFT_PCT = 3;
    private static final Duration THEFT_SPAN = Duration.ofMinutes(10);
    private static final double LEAK_PCT = 12;
    private static final Duration LEAK_SPAN = Duration.ofHours(1);
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final Duration STUCK = Duration.ofMinutes(5);
    private static final double OVERLOAD = 1.1;
    private static final double SPEED_KPH = 50;
    private static final double COOLANT_C = 100;
    private static final double VIBRATION_MMS = 7.1;
    private static final double OIL_KPA = 150;
    private static final double RUNNING_RPM = 600;
    private static final double RATIO = 1.1;
    private static final Duration MEAN_OF_MACHINE = Duration.ofHours(1);
    private static final Duration MEAN_OF_FLEET = Duration.ofMinutes(15);
    private static final double LEAST_EXPECTED_L = 10;

    private final MineSites mines;
    private final Map<String, Machine> machines = new HashMap<>();
    private final Map<String, LitresOfPeriod> litres = new HashMap<>();
    private final Map<String, Instant> lastTrue = new HashMap<>();
    private final List<RaisedAlarm> alarms = new ArrayList<>();

    public FixedThresholds(MineSites mines) {
        this.mines = mines;
    }

    /** Checks a reading. */
    public void check(Reading reading) {
        Telemetry telemetry = reading.telemetry();
        if (telemetry == null) {
            return;
        }
        Machine machine =
                machines.computeIfAbsent(reading.machineKey(), key -> new Machine(reading.time()));
        Instant at = reading.time();
        if (Duration.between(machine.heardAt, at).compareTo(SILENCE) > 0) {
            raise(reading, "SILENT_SENSOR", machine.heardAt.plus(SILENCE));
        }
        machine.heardAt = at;
        raiseIf(machine.rate.isStuck(telemetry.fuelRateLph(), at), reading, "STUCK_SENSOR");
        raiseIf(
                machine.shortFall.exceeds(telemetry.fuelLevelPct(), at, THEFT_SPAN, THEFT_PCT),
                reading,
                "FUEL_THEFT");
        raiseIf(
                machine.longFall.exceeds(telemetry.fuelLevelPct(), at, LEAK_SPAN, LEAK_PCT),
                reading,
                "FUEL_LEAK");
        raiseIf(isAbove(telemetry.speedKph(), SPEED_KPH), reading, "SPEEDING");
        raiseIf(isOverloaded(reading, telemetry), reading, "OVERLOAD");
        raiseIf(isFailing(telemetry), reading, "FAILING_MACHINE");
    }

    private static boolean isAbove(Double value, double limit) {
        return value != null && value > limit;
    }

    private boolean isOverloaded(Reading reading, Telemetry telemetry) {
        return telemetry.productionState() == ProductionState.HAULING
                && mines.truckClass(reading.site(), telemetry.equipmentClass())
                        .map(TruckClass::payloadT)
                        .filter(nominal -> isAbove(telemetry.payloadT(), OVERLOAD * nominal))
                        .isPresent();
    }

    private static boolean isFailing(Telemetry telemetry) {
        boolean lowOil =
                isAbove(telemetry.engineRpm(), RUNNING_RPM)
                        && telemetry.oilPressureKpa() != null
                        && telemetry.oilPressureKpa() < OIL_KPA;
        return lowOil
                || isAbove(telemetry.coolantTempC(), COOLANT_C)
                || isAbove(telemetry.vibrationRmsMmS(), VIBRATION_MMS);
    }

    /** Checks a scored window: the hourly mean of each truck, the 15-minute mean of the fleet. */
    public void check(ScoredWindow score) {
        if (score.window().kind() != EquipmentKind.HAULTRUCK || score.window().revision() > 0) {
            return;
        }
        check(score, score.machineId(), MEAN_OF_MACHINE, "EXCESS_FUEL");
        check(score, null, MEAN_OF_FLEET, "DRIFT");
    }

    private void check(ScoredWindow score, String machineId, Duration span, String type) {
        String key = score.site() + "/" + machineId;
        Instant end = score.window().end();
        LitresOfPeriod period = litres.get(key);
        if (period == null || !end.isBefore(period.until)) {
            if (period != null
                    && period.expectedL > LEAST_EXPECTED_L
                    && period.burntL > RATIO * period.expectedL) {
                raise(new RaisedAlarm(score.site(), machineId, type, period.until));
            }
            period = new LitresOfPeriod(end.plus(span));
            litres.put(key, period);
        }
        period.burntL += score.window().fuelL();
        period.expectedL += score.expectedL();
    }

    private void raiseIf(boolean condition, Reading reading, String type) {
        if (condition) {
            raise(reading, type, reading.time());
        }
    }

    private void raise(Reading reading, String type, Instant at) {
        raise(new RaisedAlarm(reading.site(), reading.machineId(), type, at));
    }

    private void raise(RaisedAlarm alarm) {
        String key = alarm.type() + "/" + alarm.site() + "/" + alarm.machineId();
        Instant before = lastTrue.put(key, alarm.raisedAt());
        if (before == null || Duration.between(before, alarm.raisedAt()).compareTo(REARM) > 0) {
            alarms.add(alarm);
        }
    }

    /** The alarms so far. */
    public List<RaisedAlarm> alarms() {
        return List.copyOf(alarms);
    }

    private static final class Machine {
        private final Repeated rate = new Repeated();
        private final Fall shortFall = new Fall();
        private final Fall longFall = new Fall();
        private Instant heardAt;

        Machine(Instant heardAt) {
            this.heardAt = heardAt;
        }
    }

    /** A value that repeats itself. */
    private static final class Repeated {
        private Double value;
        private Instant since;

        boolean isStuck(Double next, Instant at) {
            if (next == null || next == 0 || !next.equals(value)) {
                value = next;
                since = at;
                return false;
            }
            return Duration.between(since, at).compareTo(STUCK) >= 0;
        }
    }

    /** The fall of a level since the beginning of the current span. */
    private static final class Fall {
        private Double fromPct;
        private Instant since;

        boolean exceeds(Double levelPct, Instant at, Duration span, double limitPct) {
            if (levelPct == null) {
                return false;
            }
            boolean expired = since == null || Duration.between(since, at).compareTo(span) > 0;
            if (expired || levelPct > fromPct) {
                fromPct = levelPct;
                since = at;
                return false;
            }
            return fromPct - levelPct > limitPct;
        }
    }

    private static final class LitresOfPeriod {
        private final Instant until;
        private double burntL;
        private double expectedL;

        LitresOfPeriod(Instant until) {
            this.until = until;
        }
    }
}
