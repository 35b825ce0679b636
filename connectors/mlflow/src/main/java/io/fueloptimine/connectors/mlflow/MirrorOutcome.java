package io.fueloptimine.connectors.mlflow;

import java.util.Optional;

/**
 * The outcome of copying a model registry to an MLflow server.
 *
 * @param added the number of model versions added to the server
 * @param warning the reason why the server may not be up to date; empty if the server is up to date
 */
public record MirrorOutcome(int added, Optional<String> warning) {}
