package io.fueloptimine.models.mine;

/** The means by which litres are saved. */
public enum SavingLever {
    /** Routes and the assignment of trucks to loading units and dumps. */
    DISPATCH,
    /** Trucks that the plan does not need, parked with the engine off. */
    PARKED_TRUCKS
}
