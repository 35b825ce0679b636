package io.fueloptimine.models.mine.alarm;

/** The types of alarms. */
public enum AlertType {
    /** The tank level falls while the machine is parked with the engine off. */
    FUEL_THEFT,
    /** The tank level falls faster than the engine burns fuel. */
    FUEL_LEAK,
    /** The engine has been running for long while the machine stands still. */
    LONG_IDLE,
    /** The payload is higher than the truck class allows. */
    OVERLOAD,
    /** The machine has been burning more than the model expects for long. */
    EXCESS_FUEL,
    /** Oil pressure or coolant temperature is outside its limits, or the engine is derated. */
    FAILING_MACHINE,
    /** A machine sends no telemetry. */
    SILENT_SENSOR,
    /** A sensor repeats one value while the machine is working. */
    STUCK_SENSOR,
    /** The tank level is low. */
    LOW_FUEL,
    /** A person has to act on the content of a note. */
    NOTE,
    /** Many messages of a machine are rejected. */
    BAD_DATA,
    /** The clock of a machine is far ahead. */
    CLOCK_JUMP,
    /** Messages of a site contain more machine names than a job accepts. */
    TOO_MANY_NAMES,
    /** Job dispatch finds no new plan for a site. */
    FAILED_SOLVE,
    /** The consumption of a machine has changed lastingly, relative to what the model expects. */
    DRIFT,
    /** Tank level, the machine's fuel meter and the fuel bay's meter contradict each other. */
    METER_BIAS,
    /** A loading unit loads less than its trucks carry. */
    UNDERLOAD,
    /** A loaded truck drives down a steep road faster than allowed. */
    SPEEDING,
    /** A machine vibrates in a zone that shortens its life or damages it. */
    VIBRATION,
    /** A truck stops on the road again and again. */
    SHORT_STOPS,
    /** A loading unit waits for trucks longer than planned. */
    UNIT_HANG,
    /** More trucks wait at a loading unit than planned. */
    UNIT_QUEUE,
    /** A truck's payload scale contradicts those of other trucks at the same loading units. */
    PAYLOAD_BIAS,
    /** The lake's disk has little space left or cannot be written. */
    FULL_DISK;

    /**
     * Whether other jobs report the condition of this alarm by a {@link ReportedSignal}. Job alarms
     * itself detects the conditions of all other alarms, which no other job can raise or clear.
     */
    public boolean isReported() {
        return this == CLOCK_JUMP
                || this == TOO_MANY_NAMES
                || this == FAILED_SOLVE
                || this == FULL_DISK
                || this == DRIFT;
    }
}
