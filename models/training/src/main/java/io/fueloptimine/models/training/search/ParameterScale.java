package io.fueloptimine.models.training.search;

/** The scale on which a parameter's values are equally likely before any trial. */
public enum ParameterScale {
    /** The scale of the values themselves. */
    LINEAR,
    /**
     * The scale of the natural logarithm of the values, for positive values that span several
     * powers of ten.
     */
    LOG;

    double toScale(double value) {
        return this == LOG ? Math.log(value) : value;
    }

    double fromScale(double scaled) {
        return this == LOG ? Math.exp(scaled) : scaled;
    }
}
