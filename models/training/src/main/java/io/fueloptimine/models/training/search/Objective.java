package io.fueloptimine.models.training.search;

/** What a search makes as small as it can. */
@FunctionalInterface
public interface Objective {

    /**
     * Tries some parameters. What it throws, and a value that is not finite, make a failed trial;
     * only an {@link Error} ends the search.
     *
     * @param progress takes values on the way, where there are any
     */
    double value(TrialParameters parameters, TrialProgress progress);
}
