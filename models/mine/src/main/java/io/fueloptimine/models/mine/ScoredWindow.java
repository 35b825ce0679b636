package io.fueloptimine.models.mine;

/**
 * A fuel window with what it should have burnt.
 *
 * @param window what happened
 * @param expectedL litres expected by the model
 * @param residualL burnt minus expected, L
 * @param physicsL litres expected by physics alone, the model's named baseline
 * @param modelName the model that scored it, {@code physics} when none fitted
 * @param modelVersion its version
 */
public record ScoredWindow(
        FuelWindow window,
        double expectedL,
        double residualL,
        double physicsL,
        String modelName,
        String modelVersion) {}
