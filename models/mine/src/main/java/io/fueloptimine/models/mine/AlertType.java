package io.fueloptimine.models.mine;

/** What an alarm is about. */
public enum AlertType {
    /** The tank empties while the machine is parked with the engine off. */
    FUEL_THEFT,
    /** The tank empties faster than the engine burns. */
    FUEL_LEAK,
    /** The engine runs while the machine stands, for long. */
    LONG_IDLE,
    /** More on the body than the class allows. */
    OVERLOAD,
    /** The machine burns more than it should, for long. */
    EXCESS_FUEL,
    /** Vibration, oil pressure or coolant out of bounds. */
    FAILING_MACHINE,
    /** A machine that should speak is silent. */
    SILENT_SENSOR,
    /** A sensor repeats one value while the machine works. */
    STUCK_SENSOR,
    /** Little fuel left. */
    LOW_FUEL,
    /** A note told of something that needs a person. */
    NOTE,
    /** Much of what a machine says is rejected. */
    BAD_DATA
}
