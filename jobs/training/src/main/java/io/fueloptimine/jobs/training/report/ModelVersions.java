package io.fueloptimine.jobs.training.report;

import io.fueloptimine.connectors.jdbc.ModelVersion;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.registry.RegistryEvent;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Converts the versions in a registry to rows of the SQL table {@code model_version}. */
public final class ModelVersions {

    private static final Logger LOG = LoggerFactory.getLogger(ModelVersions.class);

    private ModelVersions() {}

    /**
     * The versions of all models, with the times of their registration and last promotion. For an
     * unreadable version, a message is logged and no row is returned.
     */
    public static List<ModelVersion> in(ModelRegistry registry) {
        List<ModelVersion> rows = new ArrayList<>();
        for (String name : registry.names()) {
            List<RegistryEvent> history = registry.history(name);
            for (int version : registry.versions(name)) {
                try {
                    rows.add(row(registry.metadata(name, version), history));
                } catch (InvalidModelException | UncheckedIOException e) {
                    LOG.warn(
                            "{} version {} is not written to model_version: {}",
                            name,
                            version,
                            e.getMessage());
                }
            }
        }
        return rows;
    }

    private static ModelVersion row(ModelMetadata metadata, List<RegistryEvent> history) {
        List<RegistryEvent> own =
                history.stream().filter(event -> event.version() == metadata.version()).toList();
        return new ModelVersion(
                metadata.name(),
                metadata.version(),
                lastTime(own, event -> event.action() == RegistryEvent.Action.REGISTERED),
                lastTime(own, event -> event.alias() == Alias.CHAMPION),
                metadata.data().rows(),
                metadata.ownMetrics().maeL(),
                metadata.ownMetrics().r2(),
                metadata.data().source());
    }

    private static Instant lastTime(List<RegistryEvent> events, Predicate<RegistryEvent> which) {
        return events.stream()
                .filter(which)
                .map(RegistryEvent::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
