package io.fueloptimine.jobs.evaluation.scenario;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * The kinds of injected faults, with the alarms that find them. Alarms are named by type, so that a
 * kind can name a type that job alarms does not have.
 */
public enum FaultKind {
    /** At least 100 L stolen from a parked truck. */
    THEFT(Duration.ofHours(2), Set.of("FUEL_THEFT"), Set.of("FUEL_LEAK", "LOW_FUEL")),
    /** A tank that loses 5 L/h. */
    LEAK_5(Duration.ofHours(24), Set.of("FUEL_LEAK"), Set.of("LOW_FUEL", "FUEL_THEFT")),
    /** A tank that loses 60 L/h. */
    LEAK_60(Duration.ofHours(3), Set.of("FUEL_LEAK"), Set.of("LOW_FUEL", "FUEL_THEFT")),
    /** A fuel meter, rate and counter, that shows 8 % too little. */
    METER_LOW(
            Duration.ofHours(24), Set.of("METER_BIAS", "FUEL_METER"), Set.of("FUEL_LEAK", "DRIFT")),
    /** Injectors that burn 6 % more. */
    WEAR_6(Duration.ofHours(12), Set.of("DRIFT", "EXCESS_FUEL"), Set.of("LOW_FUEL", "NOTE")),
    /** Injectors that burn 20 % more. */
    WEAR_20(Duration.ofHours(12), Set.of("DRIFT", "EXCESS_FUEL"), Set.of("LOW_FUEL", "NOTE")),
    /** A payload scale that shows 10 % too much. */
    PAYLOAD_SCALE(
            Duration.ofHours(12),
            Set.of("DRIFT", "DATA_DRIFT", "PAYLOAD_BIAS"),
            Set.of("OVERLOAD", "EXCESS_FUEL")),
    /** A fuel rate sensor that shows 15 % too much, while the fuel counter is right. */
    RATE_BIAS(
            Duration.ofHours(12),
            Set.of("METER_BIAS", "FUEL_METER", "DRIFT", "DATA_DRIFT"),
            Set.of("EXCESS_FUEL")),
    /** All roads with one point more of rolling resistance. */
    WET_ROADS(Duration.ofMinutes(30), Set.of("DRIFT"), Set.of("EXCESS_FUEL", "NOTE", "LOW_FUEL")),
    /** A fuel rate that repeats one value. */
    STUCK_SENSOR(
            Duration.ofHours(2),
            Set.of("STUCK_SENSOR"),
            Set.of("EXCESS_FUEL", "DRIFT", "FUEL_LEAK")),
    /** A machine that sends nothing for 30 minutes. */
    SILENT_MACHINE(Duration.ofMinutes(30), Set.of("SILENT_SENSOR"), Set.of()),
    /** All machines of the mine send nothing for ten minutes. */
    ALL_SILENT(Duration.ofMinutes(15), Set.of("SILENT_SENSOR"), Set.of()),
    /** A loading unit that puts 25 % more on trucks. */
    OVERLOAD(Duration.ofHours(2), Set.of("OVERLOAD"), Set.of("EXCESS_FUEL", "DRIFT")),
    /** A truck that drives 40 % faster than usual. */
    SPEEDING(Duration.ofHours(2), Set.of("SPEEDING"), Set.of("EXCESS_FUEL", "DRIFT")),
    /** A dozer or grader with five times the usual vibration. */
    VIBRATION(
            Duration.ofHours(2),
            Set.of("FAILING_MACHINE", "VIBRATION", "HIGH_VIBRATION"),
            Set.of()),
    /** A truck whose coolant is 30 degrees hotter. */
    COOLANT(Duration.ofHours(2), Set.of("FAILING_MACHINE", "ENGINE_HOT"), Set.of());

    private final Duration deadline;
    private final Set<String> found;
    private final Set<String> consequences;

    FaultKind(Duration deadline, Set<String> found, Set<String> consequences) {
        this.deadline = deadline;
        this.found = found;
        this.consequences = consequences;
    }

    /** The name in reports, such as {@code leak-5}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The time within which the fault shall be found: operating hours for {@link
     * #countsOperatingHours}, else simulated time.
     */
    public Duration deadline() {
        return deadline;
    }

    /** Whether the deadline counts only the time in which the engine is on. */
    public boolean countsOperatingHours() {
        return this == WEAR_6 || this == WEAR_20;
    }

    /** Whether an alarm of this type finds the fault. */
    public boolean isFoundBy(String alarmType) {
        return found.contains(alarmType);
    }

    /** Whether an alarm of this type is right while the fault lasts. */
    public boolean explains(String alarmType) {
        return found.contains(alarmType) || consequences.contains(alarmType);
    }
}
