package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ChampionChangedException;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.util.OptionalInt;

/**
 * The champion and the challenger of a model at one moment.
 *
 * @param champion the model that scores; the physics model if there is no champion
 * @param championVersion its version; 0 for the physics model
 * @param challengerVersion the version of the challenger, if there is one
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
     * Checks that the champion is still the same version.
     *
     * @throws ChampionChangedException if it is not
     */
    void requireIn(ModelRegistry registry, String modelName) {
        int now = registry.championVersion(modelName).orElse(0);
        if (now != championVersion) {
            throw new ChampionChangedException(modelName, championVersion, now);
        }
    }
}
