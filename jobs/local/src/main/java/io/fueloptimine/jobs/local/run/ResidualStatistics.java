package io.fueloptimine.jobs.local.run;

import java.time.Instant;

/**
 * The residuals of one model version over windows of haul trucks, on wet roads or on dry roads.
 *
 * @param modelVersion the version of the fuel model
 * @param wet whether the roads were wet
 * @param firstWindow start of the first window (UTC)
 * @param windows number of windows
 * @param meanL mean of burnt minus expected fuel, L per window
 * @param meanAbsoluteL mean absolute residual, L per window
 * @param share sum of the residuals, divided by the sum of the expected fuel
 */
public record ResidualStatistics(
        String modelVersion,
        boolean wet,
        Instant firstWindow,
        long windows,
        double meanL,
        double meanAbsoluteL,
        double share) {}
