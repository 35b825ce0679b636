package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.FuelForests;

/**
 * One version of a model, loaded from the registry.
 *
 * @param metadata the metadata of the version
 * @param forests the forests of the version
 */
public record RegisteredModel(ModelMetadata metadata, FuelForests forests) {}
