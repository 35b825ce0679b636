package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.ProductionState;

/** What a truck is at, finer than the production state it reports. */
public enum TruckPhase {
    TO_LOAD(ProductionState.DRIVING, TruckAccount.EMPTY),
    LOAD_QUEUE(ProductionState.QUEUED, TruckAccount.SHOVEL_QUEUE),
    SPOTTING(ProductionState.SPOTTING, TruckAccount.SPOT),
    LOADING(ProductionState.LOADING, TruckAccount.LOAD),
    HAULING(ProductionState.HAULING, TruckAccount.LOADED),
    DUMP_QUEUE(ProductionState.QUEUED, TruckAccount.DUMP_QUEUE),
    DUMPING(ProductionState.DUMPING, TruckAccount.DUMP),
    TO_FUEL(ProductionState.DRIVING, TruckAccount.OUTSIDE),
    FUEL_QUEUE(ProductionState.STOPPED, TruckAccount.OUTSIDE),
    REFUELLING(ProductionState.STOPPED, TruckAccount.OUTSIDE),
    TO_PARK(ProductionState.DRIVING, TruckAccount.OUTSIDE),
    /** Standing at its parking. */
    PARKED(ProductionState.PARKED, TruckAccount.OUTSIDE),
    /** Standing anywhere, for a reason. */
    STANDING(ProductionState.STOPPED, TruckAccount.OUTSIDE);

    private final ProductionState state;
    private final TruckAccount account;

    TruckPhase(ProductionState state, TruckAccount account) {
        this.state = state;
        this.account = account;
    }

    ProductionState state() {
        return state;
    }

    TruckAccount account() {
        return account;
    }

    /** Whether the truck is on the road. */
    boolean travelling() {
        return this == TO_LOAD || this == HAULING || this == TO_FUEL || this == TO_PARK;
    }

    /** Whether it stands where no other machine serves it. */
    boolean resting() {
        return this == PARKED || this == STANDING;
    }
}
