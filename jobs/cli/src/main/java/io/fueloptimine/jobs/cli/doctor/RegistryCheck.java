package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.jobs.cli.options.RegistryFaults;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks that the model registry has a champion of the fuel model.
 *
 * @param registry the folder of the registry
 */
record RegistryCheck(Path registry) implements SiteCheck {

    static final String SUBJECT = "registry";

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public CheckResult run() {
        List<String> faults = RegistryFaults.in(registry, false);
        if (!faults.isEmpty()) {
            return fault(String.join("; ", faults));
        }
        try {
            if (new ModelRegistry(registry).champion(ModelRegistry.FUEL_WINDOW).isEmpty()) {
                return fault(registry + " has no champion of " + ModelRegistry.FUEL_WINDOW);
            }
        } catch (InvalidInputException e) {
            return fault(String.valueOf(e.getMessage()));
        }
        return CheckResult.ok(
                SUBJECT, registry + " has a champion of " + ModelRegistry.FUEL_WINDOW, expected());
    }

    private static CheckResult fault(String found) {
        return CheckResult.fault(
                SUBJECT,
                found,
                expected(),
                "Correct --registry, or copy models/registry of the build to this folder.");
    }

    private static String expected() {
        return "a registry whose champion can be read";
    }
}
