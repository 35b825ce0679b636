package io.fueloptimine.models.training.search;

/** The scale on which a number's values are equally likely before anything is known. */
public enum Scale {
    /** As they are. */
    LINEAR,
    /** By their natural logarithm: for values of several powers of ten, all above 0. */
    LOG;

    double of(double value) {
        return this == LOG ? Math.log(value) : value;
    }

    double back(double scaled) {
        return this == LOG ? Math.exp(scaled) : scaled;
    }
}
