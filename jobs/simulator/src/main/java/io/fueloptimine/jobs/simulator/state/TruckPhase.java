package io.fueloptimine.jobs.simulator.state;

import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.mine.reading.ProductionState;

/**
 * The current activity of a truck. The phases are more detailed than the production states that a
 * truck publishes.
 */
public enum TruckPhase {
    TO_LOAD(ProductionState.DRIVING, TruckTimeCategory.EMPTY),
    LOAD_QUEUE(ProductionState.QUEUED, TruckTimeCategory.SHOVEL_QUEUE),
    SPOTTING(ProductionState.SPOTTING, TruckTimeCategory.SPOT),
    LOADING(ProductionState.LOADING, TruckTimeCategory.LOAD),
    HAULING(ProductionState.HAULING, TruckTimeCategory.LOADED),
    DUMP_QUEUE(ProductionState.QUEUED, TruckTimeCategory.DUMP_QUEUE),
    DUMPING(ProductionState.DUMPING, TruckTimeCategory.DUMP),
    TO_FUEL(ProductionState.DRIVING, TruckTimeCategory.OTHER_TRAVEL),
    FUEL_QUEUE(ProductionState.STOPPED, TruckTimeCategory.OUTSIDE),
    REFUELLING(ProductionState.STOPPED, TruckTimeCategory.OUTSIDE),
    TO_PARK(ProductionState.DRIVING, TruckTimeCategory.OTHER_TRAVEL),
    /** The truck is stopped in a parking area. */
    PARKED(ProductionState.PARKED, TruckTimeCategory.OUTSIDE),
    /** The truck is stopped outside parking areas, for example because of a breakdown. */
    STANDING(ProductionState.STOPPED, TruckTimeCategory.OUTSIDE);

    private final ProductionState state;
    private final TruckTimeCategory timeCategory;

    TruckPhase(ProductionState state, TruckTimeCategory timeCategory) {
        this.state = state;
        this.timeCategory = timeCategory;
    }

    public ProductionState state() {
        return state;
    }

    public TruckTimeCategory timeCategory() {
        return timeCategory;
    }

    /** Whether the truck is driving on a road. */
    public boolean travelling() {
        return this == TO_LOAD || this == HAULING || this == TO_FUEL || this == TO_PARK;
    }

    /** Whether the truck is parked or standing, and not at a station or in a queue. */
    public boolean resting() {
        return this == PARKED || this == STANDING;
    }
}
