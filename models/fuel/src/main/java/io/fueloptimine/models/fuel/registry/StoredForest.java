package io.fueloptimine.models.fuel.registry;

/**
 * One forest's file in a registry.
 *
 * @param trees how many trees it has
 * @param sha256 of its bytes, hexadecimal
 */
public record StoredForest(int trees, String sha256) {}
