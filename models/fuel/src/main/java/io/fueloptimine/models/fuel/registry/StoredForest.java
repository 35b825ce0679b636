package io.fueloptimine.models.fuel.registry;

/**
 * The file of one forest in a registry.
 *
 * @param trees the number of trees
 * @param sha256 the SHA-256 of the file, hexadecimal
 */
public record StoredForest(int trees, String sha256) {}
