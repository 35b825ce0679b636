package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;

/** The kinds of a truck's hours whose fuel rates were measured by a regression on refuellings. */
enum BurnKind {
    LOADED("travelling loaded"),
    /** To a face, to the fuel bay or to a parking area. */
    EMPTY("travelling empty"),
    ELSE("all else");

    private final String words;

    BurnKind(String words) {
        this.words = words;
    }

    static BurnKind of(TruckTimeCategory category) {
        return switch (category) {
            case LOADED -> LOADED;
            case EMPTY, OTHER_TRAVEL -> EMPTY;
            default -> ELSE;
        };
    }

    String words() {
        return words;
    }
}
