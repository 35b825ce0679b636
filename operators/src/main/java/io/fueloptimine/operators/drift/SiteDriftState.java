package io.fueloptimine.operators.drift;

/**
 * The model version of whose residuals the drift detection of a site has state.
 *
 * @param model name and version of the model
 * @param modelVersion the version alone
 * @param replacedModel name and version of the model before; null when there was none
 * @param sinceMs end of the first window of the model, ms since the epoch (UTC)
 */
public record SiteDriftState(
        String model, String modelVersion, String replacedModel, long sinceMs) {}
