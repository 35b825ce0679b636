package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.FuelForests;

/**
 * One loaded version.
 *
 * @param metadata its metadata
 * @param forests its forests
 */
public record RegisteredModel(ModelMetadata metadata, FuelForests forests) {}
