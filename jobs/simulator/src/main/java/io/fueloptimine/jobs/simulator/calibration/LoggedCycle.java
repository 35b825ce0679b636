package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.mine.site.LoadingUnitKind;

/**
 * A haul cycle rebuilt from messages, from the first departure to a face until the body is empty.
 *
 * @param unit kind of the loading unit
 * @param seconds duration, s
 * @param payloadT payload reported at departure from the loading unit, t
 * @param emptyM distance driven empty, m
 * @param loadedM distance driven loaded, m
 * @param byCategory seconds by {@link TruckTimeCategory}
 */
record LoggedCycle(
        String truckId,
        LoadingUnitKind unit,
        long endMs,
        double seconds,
        double payloadT,
        double emptyM,
        double loadedM,
        double[] byCategory) {

    double seconds(TruckTimeCategory category) {
        return byCategory[category.ordinal()];
    }
}
