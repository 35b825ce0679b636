package io.fueloptimine.models.dispatch.price;

/**
 * Speeds that operators drive on each grade: mean speeds by grade measured on the roads of an
 * Andean mine. They limit the speed that the engine would allow. Without these limits, a plan would
 * assume the speed limit on flat and downhill roads and need only half of the trucks.
 */
final class OperatorSpeeds {

    /** Upper edges of the grade bands, %. */
    private static final double[] BAND_TOP_PCT = {-8, -6, -3, 3, 6, 8, 10};

    private static final double[] LOADED_KPH = {23, 24, 24, 20, 18, 14, 13, 8};
    private static final double[] EMPTY_KPH = {28, 26, 26, 19, 24, 23, 21, 16};

    private OperatorSpeeds() {}

    /** The speed on a signed grade, km/h; grades outside the bands use the nearest band. */
    static double kph(double gradePct, boolean loaded) {
        int band = 0;
        while (band < BAND_TOP_PCT.length && gradePct >= BAND_TOP_PCT[band]) {
            band++;
        }
        return loaded ? LOADED_KPH[band] : EMPTY_KPH[band];
    }
}
