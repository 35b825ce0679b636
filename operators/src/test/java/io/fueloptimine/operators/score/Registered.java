package io.fueloptimine.operators.score;

import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.nio.file.Path;

/** A registry of models that each expect the same burn every minute. */
final class Registered {

    static final String NAME = "fuel-window";

    private final ModelRegistry registry;

    Registered(Path root) {
        registry = new ModelRegistry(root);
    }

    /** Files a model. */
    int model(double litresPerMinute) {
        return registry.register(LeafModel.draft(litresPerMinute));
    }

    /** Files a model and makes it the champion. */
    int champion(double litresPerMinute) {
        int version = model(litresPerMinute);
        promote(version);
        return version;
    }

    /** Files a model and makes it the challenger. */
    int challenger(double litresPerMinute) {
        int version = model(litresPerMinute);
        challenge(version);
        return version;
    }

    void challenge(int version) {
        registry.promote(NAME, Alias.CHALLENGER, version);
    }

    int latest() {
        return registry.latestVersion(NAME);
    }

    void promote(int version) {
        registry.promote(NAME, version);
    }
}
