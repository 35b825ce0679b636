package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ChampionChangedException;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.util.OptionalInt;

/**
 * Who scores and who challenges at one moment.
 *
 * @param champion the model that scores; physics where there is none
 * @param championVersion its number; 0 for physics
 * @param challengerVersion the challenger's number, if there is one
 */
record Standing(FuelModel champion, int championVersion, OptionalInt challengerVersion) {

    static Standing in(ModelRegistry registry, String modelName, MachineClasses classes) {
        OptionalInt version = registry.championVersion(modelName);
        FuelModel champion =
                version.isPresent()
                        ? registry.load(modelName, version.getAsInt())
                        : new PhysicsModel(classes);
        return new Standing(
                champion, version.orElse(0), registry.version(modelName, Alias.CHALLENGER));
    }

    /**
     * Checks before anything is filed that the same version scores still.
     *
     * @throws ChampionChangedException when another one does
     */
    void requireIn(ModelRegistry registry, String modelName) {
        int now = registry.championVersion(modelName).orElse(0);
        if (now != championVersion) {
            throw new ChampionChangedException(modelName, championVersion, now);
        }
    }
}
