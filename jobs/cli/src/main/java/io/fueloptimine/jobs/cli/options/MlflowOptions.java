package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.connectors.mlflow.MirrorOutcome;
import io.fueloptimine.connectors.mlflow.MlflowMirror;
import io.fueloptimine.connectors.mlflow.MlflowSettings;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of an MLflow server to which the model registry is copied. */
public final class MlflowOptions {

    @Option(
            names = "--mlflow",
            paramLabel = "URL",
            defaultValue = "${env:FUEL_MLFLOW_URL}",
            description =
                    "An MLflow server to mirror the registry to (default: FUEL_MLFLOW_URL, else"
                            + " none). Its failures do not affect the registry.")
    private String server;

    @Option(
            names = "--mlflow-token-file",
            paramLabel = "FILE",
            defaultValue = "${env:FUEL_MLFLOW_TOKEN_FILE}",
            description =
                    "A file with its bearer token (default: FUEL_MLFLOW_TOKEN_FILE, else none).")
    private Path tokenFile;

    /** Checks the address of the server. Commands call this method before they change anything. */
    public void check(CommandSpec spec) {
        settings(spec);
    }

    /**
     * Copies one model to the MLflow server, if a server is given. A failure is printed as a
     * warning.
     */
    public void mirror(CommandSpec spec, ModelRegistry registry, String name) {
        Optional<MlflowSettings> settings = settings(spec);
        if (settings.isPresent()) {
            MirrorOutcome outcome =
                    new MlflowMirror(settings.get(), Clock.systemUTC()).mirror(registry, name);
            report(spec, settings.get(), outcome);
        }
    }

    private static void report(CommandSpec spec, MlflowSettings settings, MirrorOutcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        if (outcome.warning().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "MLflow at %s is up to date, %d added.%n",
                    settings.server(),
                    outcome.added());
            out.flush();
            return;
        }
        String warning =
                "MLflow at " + settings.server() + " is not up to date: " + outcome.warning().get();
        // Not a constant: the log's folder is not known until a command runs.
        Logger log = LoggerFactory.getLogger(MlflowOptions.class);
        log.warn(warning);
        spec.commandLine().getErr().println("fuel: warning: " + warning);
    }

    private Optional<MlflowSettings> settings(CommandSpec spec) {
        if (server == null || server.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MlflowSettings.of(server, Optional.ofNullable(tokenFile)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--mlflow: " + e.getMessage());
        }
    }
}
