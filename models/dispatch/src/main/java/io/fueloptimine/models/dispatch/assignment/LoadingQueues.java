package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.mine.LoadingUnit;

/** What one truck will find at each loading unit. Used for a single decision. */
public interface LoadingQueues {

    /**
     * How long the truck will wait at a loading unit.
     *
     * @param travelS travel time until it arrives, s
     */
    double waitS(LoadingUnit unit, double travelS);

    /** Whether another truck drives to the loading unit or waits there. */
    boolean isServed(LoadingUnit unit);
}
