package io.fueloptimine.models.dispatch.ledger;

/**
 * The uncertainty of measured litres in one shift.
 *
 * @param noiseL standard deviation from shift to shift, L; independent between shifts
 * @param fitL standard error of the fitted baseline, L; common to all shifts
 * @param t95 the 97.5 % quantile of Student's t distribution for the fit
 */
record Uncertainty(double noiseL, double fitL, double t95) {

    /** The standard error of the litres, L. */
    double standardErrorL() {
        return Math.hypot(noiseL, fitL);
    }

    /** The part of the half width of the 95 % interval from shift to shift, L. */
    double noise95L() {
        return t95 * noiseL;
    }

    /** The part of the half width of the 95 % interval from the fit, L. */
    double fit95L() {
        return t95 * fitL;
    }
}
