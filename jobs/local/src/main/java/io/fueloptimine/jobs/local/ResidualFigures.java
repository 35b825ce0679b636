package io.fueloptimine.jobs.local;

import java.time.Instant;

/**
 * How far one model version was from what haul trucks burnt, on wet roads or on dry ones.
 *
 * @param modelVersion the version
 * @param wet whether the roads were wet
 * @param firstWindow start of the first window (UTC)
 * @param windows how many windows
 * @param meanL burnt minus expected, L a window
 * @param meanAbsoluteL the same without its sign, L a window
 * @param share burnt minus expected over expected
 */
record ResidualFigures(
        String modelVersion,
        boolean wet,
        Instant firstWindow,
        long windows,
        double meanL,
        double meanAbsoluteL,
        double share) {}
