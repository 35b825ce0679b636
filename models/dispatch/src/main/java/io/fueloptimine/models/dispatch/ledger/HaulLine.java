package io.fueloptimine.models.dispatch.ledger;

/**
 * Litres per tonne of a haul cycle as a straight line over the effective flat haul of its loaded
 * trip, fitted by least squares in which each cycle counts with its tonnes. Immutable.
 *
 * @param meanLpt litres per tonne at the mean effective flat haul, L/t
 * @param meanEfhKm the mean effective flat haul of a tonne, km
 * @param slopeLptPerKm litres per tonne and km, L/(t km); 0 when all hauls have the same length
 * @param meanSeLpt standard error of {@code meanLpt}, L/t
 * @param slopeSe standard error of the slope, L/(t km)
 */
public record HaulLine(
        double meanLpt, double meanEfhKm, double slopeLptPerKm, double meanSeLpt, double slopeSe) {

    /** Hauls that differ by less than this have the same length, km. */
    private static final double SAME_LENGTH_KM = 0.01;

    /** Fits the line; every value is 0 without cycles. */
    static HaulLine of(CycleSums sums) {
        if (sums.cycles() == 0 || sums.t() == 0) {
            return new HaulLine(0, 0, 0, 0, 0);
        }
        double meanEfh = sums.te() / sums.t();
        double meanLpt = sums.f() / sums.t();
        double spread = Math.max(0, sums.te2() - meanEfh * sums.te());
        boolean sloped = Math.sqrt(spread / sums.t()) > SAME_LENGTH_KM;
        double slope = sloped ? (sums.fe() - meanEfh * sums.f()) / spread : 0;
        double residual =
                Math.max(0, sums.f2t() - meanLpt * sums.f() - slope * slope * spread)
                        / Math.max(1, sums.cycles() - 2);
        return new HaulLine(
                meanLpt,
                meanEfh,
                slope,
                Math.sqrt(residual / sums.t()),
                sloped ? Math.sqrt(residual / spread) : 0);
    }

    /** Litres per tonne at an effective flat haul in metres, L/t, 0 or more. */
    double lpt(double efhM) {
        return Math.max(0, meanLpt + slopeLptPerKm * (efhM / 1_000 - meanEfhKm));
    }

    /** The standard error of {@link #lpt}, L/t. */
    double seLpt(double efhM) {
        return Math.hypot(meanSeLpt, slopeSe * (efhM / 1_000 - meanEfhKm));
    }
}
