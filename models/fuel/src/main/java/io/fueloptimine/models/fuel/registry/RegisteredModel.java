package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.FuelForests;

/**
 * One version, loaded.
 *
 * @param metadata where it comes from and what it is worth
 * @param forests what answers
 */
public record RegisteredModel(ModelMetadata metadata, FuelForests forests) {}
