package io.fueloptimine.models.mine;

/** The means by which litres are saved. */
public enum SavingLever {
    /** Routes and the assignment of trucks to loading units and dumps. */
    DISPATCH,
    /** Parking of trucks that the plan does not need, with the engine off. */
    PARKED_TRUCKS
}
