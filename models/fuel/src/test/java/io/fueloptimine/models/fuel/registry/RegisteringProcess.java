package io.fueloptimine.models.fuel.registry;

import java.nio.file.Path;

/** A process that registers and promotes as fast as it can: folder, how often. */
public final class RegisteringProcess {

    private RegisteringProcess() {}

    public static void main(String[] arguments) {
        ModelRegistry registry = new ModelRegistry(Path.of(arguments[0]));
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            registry.promote(ModelRegistry.FUEL_WINDOW, registry.register(Drafts.windows()));
        }
    }
}
