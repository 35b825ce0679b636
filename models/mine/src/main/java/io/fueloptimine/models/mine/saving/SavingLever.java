package io.fueloptimine.models.mine.saving;

/**
 * The means by which litres are saved. A litre belongs to one lever only, so that the litres of all
 * levers of a span and a basis may be added up.
 */
public enum SavingLever {
    /**
     * Routes and the assignment of trucks to loading units and dumps. Measured: the litres of empty
     * travel, at most those that the least possible empty travel would save.
     */
    DISPATCH,
    /**
     * Parking of trucks that the plan does not need, with the engine off. Measured: the litres of
     * trucks that stand outside queues.
     */
    PARKED_TRUCKS,
    /** Measured only: the litres burnt in queues at loading units and dumps. */
    QUEUES,
    /** Measured only: the litres of loaded travel for the same hauls: payloads, roads, machines. */
    LOADED_TRAVEL,
    /** Measured only: the litres of spotting, loading and dumping. */
    LOADING,
    /** Measured only: litres above the limit of {@link #DISPATCH}, which no dispatcher can save. */
    UNEXPLAINED
}
