package io.fueloptimine.jobs.simulator.behaviour;

import io.fueloptimine.models.mine.site.LoadingUnitKind;

/**
 * How many bucket loads fill a truck. The loading time of a truck is passes times the seconds of a
 * pass, so that a small truck is loaded faster than a large one by the same unit.
 */
public final class LoadingPasses {

    private static final int FEWEST = 2;

    private LoadingPasses() {}

    /**
     * The number of passes.
     *
     * @param nominalT nominal payload of the truck's class, t
     */
    public static int of(LoadingUnitKind kind, double nominalT) {
        return Math.max(FEWEST, (int) Math.round(nominalT / bucketT(kind)));
    }

    /** Load of a bucket, t; chosen as usual for units that load trucks of 300 t. */
    private static double bucketT(LoadingUnitKind kind) {
        return switch (kind) {
            case CABLE_SHOVEL -> 105;
            case HYDRAULIC_SHOVEL -> 62;
            case WHEEL_LOADER -> 38;
        };
    }
}
