package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.MachineClasses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a registered model comes from and what it is worth. Says nothing that depends on when or
 * where it was trained, so that the same data and seed give the same files.
 *
 * @param name the model's name
 * @param version its number in the registry, from 1
 * @param semanticVersion major: the feature schema; minor: the registry's number; patch: 0
 * @param features the names it was trained on, in order
 * @param classes the machine classes in its training data
 * @param seed the seed of history and training
 * @param parameters what it was trained with, as XGBoost names it
 * @param trees how many trees it has
 * @param data what it was trained on
 * @param metrics on held-out machines and time, of {@code model} and of each named baseline
 * @param parityRows rows on which plain Java and XGBoost's native code gave identical bits
 * @param modelSha256 SHA-256 of model.json, hexadecimal
 */
public record ModelMetadata(
        String name,
        int version,
        String semanticVersion,
        List<String> features,
        MachineClasses classes,
        long seed,
        Map<String, String> parameters,
        int trees,
        TrainingData data,
        Map<String, ModelMetrics> metrics,
        int parityRows,
        String modelSha256) {

    public ModelMetadata {
        features = List.copyOf(features);
        parameters = new TreeMap<>(parameters);
        metrics = new TreeMap<>(metrics);
    }

    /** The same model under another number, with its file's checksum. */
    ModelMetadata registeredAs(int newVersion, String sha256) {
        String semantic = FuelFeatures.SCHEMA + "." + newVersion + ".0";
        return new ModelMetadata(
                name,
                newVersion,
                semantic,
                features,
                classes,
                seed,
                parameters,
                trees,
                data,
                metrics,
                parityRows,
                sha256);
    }

    /**
     * The history a model was trained on.
     *
     * @param source what made it, in words
     * @param windows how many windows it holds
     * @param machines how many machines
     * @param fingerprint SHA-256 over all features and labels in order, hexadecimal
     */
    public record TrainingData(String source, int windows, int machines, String fingerprint) {}
}
