package io.fueloptimine.jobs.simulator.digplan;

import io.fueloptimine.models.mine.site.Material;

/**
 * A load that a truck is about to fetch from a face or to bring to a dump.
 *
 * @param placeId the face or dump
 * @param material the material that the truck brings to a dump; null for a load that the truck is
 *     about to fetch
 * @param tonnes expected or weighed payload, t
 */
public record BoundLoad(String placeId, Material material, double tonnes) {}
