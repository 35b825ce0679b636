package io.fueloptimine.models.drift;

/** What {@link Adwin} drops when the means on the two sides of a border differ. */
public enum AdwinCut {

    /**
     * The oldest bucket, again and again until no border shows a change, as in the paper. The
     * window keeps samples from before the change when few samples came after it.
     */
    OLDEST_BUCKET,

    /**
     * Everything before the border with the largest difference relative to its bound. The reported
     * means are those before and after the change, and the border is the estimated change point.
     */
    WORST_BORDER
}
