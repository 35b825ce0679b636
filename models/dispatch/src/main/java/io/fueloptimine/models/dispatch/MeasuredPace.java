package io.fueloptimine.models.dispatch;

/**
 * How fast operators go on a grade, whatever the engine could: the mean speeds by grade measured on
 * a real Andean mine's roads. Without it a plan would believe that trucks go at the limit on the
 * flat and downhill, and want half the trucks that the tonnes take.
 */
final class MeasuredPace {

    /** Upper edges of the grade bands, %. */
    private static final double[] BAND_TOP_PCT = {-8, -6, -3, 3, 6, 8, 10};

    private static final double[] LOADED_KPH = {23, 24, 24, 20, 18, 14, 13, 8};
    private static final double[] EMPTY_KPH = {28, 26, 26, 19, 24, 23, 21, 16};

    private MeasuredPace() {}

    /** The pace on that signed grade, km/h; beyond the bands, that of the nearest. */
    static double kph(double gradePct, boolean loaded) {
        int band = 0;
        while (band < BAND_TOP_PCT.length && gradePct >= BAND_TOP_PCT[band]) {
            band++;
        }
        return loaded ? LOADED_KPH[band] : EMPTY_KPH[band];
    }
}
