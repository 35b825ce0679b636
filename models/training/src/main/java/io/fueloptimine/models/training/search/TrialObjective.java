package io.fueloptimine.models.training.search;

/** The function that a search minimises. */
@FunctionalInterface
public interface TrialObjective {

    /**
     * Evaluates the parameters of one trial. A trial fails when this method throws an exception or
     * returns a value that is not finite; the search then continues. An {@link Error} ends the
     * search.
     *
     * @param progress receives intermediate values, if there are any
     */
    double value(TrialParameters parameters, TrialProgress progress);
}
