package io.fueloptimine.connectors.mlflow;

import java.util.Optional;

/**
 * What came of a mirroring.
 *
 * @param added how many versions the server did not have and has now
 * @param warning why it may not be up to date; empty when it is
 */
public record MirrorOutcome(int added, Optional<String> warning) {}
