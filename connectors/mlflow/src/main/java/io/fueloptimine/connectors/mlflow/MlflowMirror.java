package io.fueloptimine.connectors.mlflow;

import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.registry.RegistryEvent;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Copies FuelOptiMine's model registry to an MLflow server. For each model version, the server gets
 * a run with metrics, parameters and tags, and a model version that refers to the run. The aliases
 * are copied as well, the model files are not. FuelOptiMine's registry is authoritative.
 *
 * <p>Each call adds everything that the server lacks, including what earlier calls could not add; a
 * repeated call changes nothing. A call throws no exception for faults of the server and takes no
 * longer than the timeout. The first failure of the server ends the call. A version that cannot be
 * read from the registry is skipped; the outcome names the first skipped version. Thread-safe.
 */
public final class MlflowMirror {

    private final MlflowSettings settings;
    private final Clock clock;

    /**
     * Creates a mirror of one server.
     *
     * @param clock supplies the time of versions without a registration time
     */
    public MlflowMirror(MlflowSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Copies the versions and aliases of one model that the server lacks. */
    public MirrorOutcome mirror(ModelRegistry registry, String name) {
        Attempt attempt = new Attempt(registry, name);
        try {
            attempt.run(new MlflowServer(MlflowRest.open(settings)));
            return new MirrorOutcome(attempt.added, attempt.unreadable);
        } catch (MlflowException | InvalidModelException | UncheckedIOException e) {
            return new MirrorOutcome(attempt.added, Optional.of(e.getMessage()));
        }
    }

    private final class Attempt {

        private final ModelRegistry registry;
        private final String name;
        private int added;
        private Optional<String> unreadable = Optional.empty();

        Attempt(ModelRegistry registry, String name) {
            this.registry = registry;
            this.name = name;
        }

        void run(MlflowServer server) throws MlflowException {
            Map<String, String> aliases = server.aliases(name);
            Map<String, String> numbers = server.versions(name);
            for (int version : registry.versions(name)) {
                Optional<ModelMetadata> metadata = metadata(version);
                if (metadata.isPresent()
                        && !numbers.containsKey(MlflowRun.identity(metadata.get()))) {
                    numbers.put(MlflowRun.identity(metadata.get()), add(server, metadata.get()));
                    added++;
                }
            }
            for (Alias alias : Alias.values()) {
                point(server, alias, aliases.getOrDefault(alias.text(), ""), numbers);
            }
        }

        private Optional<ModelMetadata> metadata(int version) {
            try {
                return Optional.of(registry.metadata(name, version));
            } catch (InvalidModelException | UncheckedIOException e) {
                unreadable = unreadable.or(() -> Optional.of(e.getMessage()));
                return Optional.empty();
            }
        }

        private String add(MlflowServer server, ModelMetadata metadata) throws MlflowException {
            Instant at =
                    registry.history(name).stream()
                            .filter(e -> e.action() == RegistryEvent.Action.REGISTERED)
                            .filter(e -> e.version() == metadata.version())
                            .map(RegistryEvent::at)
                            .findFirst()
                            .orElseGet(clock::instant);
            return server.add(name, server.experiment(), MlflowRun.of(metadata), at);
        }

        private void point(
                MlflowServer server, Alias alias, String current, Map<String, String> numbers)
                throws MlflowException {
            OptionalInt version = registry.version(name, alias);
            Optional<ModelMetadata> metadata =
                    version.isPresent() ? metadata(version.getAsInt()) : Optional.empty();
            if (version.isPresent() && metadata.isEmpty()) {
                return; // The server's alias stays as it is.
            }
            String wanted =
                    metadata.map(known -> numbers.getOrDefault(MlflowRun.identity(known), ""))
                            .orElse("");
            if (wanted.isEmpty() && !current.isEmpty()) {
                server.removeAlias(name, alias.text());
            } else if (!wanted.equals(current)) {
                server.setAlias(name, alias.text(), wanted);
            }
        }
    }
}
