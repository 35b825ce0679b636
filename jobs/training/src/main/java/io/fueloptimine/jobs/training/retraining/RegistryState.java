package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ChampionChangedException;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.util.OptionalInt;

/**
 * The champion (the version that jobs use) and the challenger (the version that may replace the
 * champion) of a model at one moment.
 *
 * @param champion the champion, which scores fuel windows; the physics model if the registry has no
 *     champion
 * @param championVersion the version of the champion; 0 for the physics model
 * @param challengerVersion the version of the challenger; empty if there is no challenger
 */
record RegistryState(FuelModel champion, int championVersion, OptionalInt challengerVersion) {

    static RegistryState in(ModelRegistry registry, String modelName, MachineClasses classes) {
        OptionalInt version = registry.championVersion(modelName);
        FuelModel champion =
                version.isPresent()
                        ? registry.load(modelName, version.getAsInt())
                        : new PhysicsModel(classes);
        return new RegistryState(
                champion, version.orElse(0), registry.version(modelName, Alias.CHALLENGER));
    }

    /**
     * Checks that the champion in the registry is still the champion of this state.
     *
     * @throws ChampionChangedException if another version has become champion
     */
    void requireIn(ModelRegistry registry, String modelName) {
        int now = registry.championVersion(modelName).orElse(0);
        if (now != championVersion) {
            throw new ChampionChangedException(modelName, championVersion, now);
        }
    }
}
