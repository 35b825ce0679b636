package io.fueloptimine.jobs.simulator.observation;

import io.fueloptimine.models.mine.site.Material;

/**
 * A load that a truck brought from a face to a dump.
 *
 * @param unitId the loading unit that loaded the truck
 * @param tonnes true payload, t
 * @param atMs the time at which the truck had dumped it, in ms since the epoch
 */
public record HauledLoad(
        String truckId,
        String unitId,
        String faceId,
        Material material,
        String dumpId,
        double tonnes,
        long atMs) {}
