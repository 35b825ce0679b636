package io.fueloptimine.connectors.mlflow;

import java.util.Optional;

/**
 * The outcome of a mirroring.
 *
 * @param added the number of versions added to the server
 * @param warning why the server may not be up to date; empty if it is
 */
public record MirrorOutcome(int added, Optional<String> warning) {}
