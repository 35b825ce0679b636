package io.fueloptimine.jobs.simulator.pit;

/**
 * How fast operators go on a grade, loaded and empty, whatever the engine could: the speeds by
 * grade that were measured on a real Andean mine. A road's own limit comes on top.
 */
final class RoadPace {

    /** Upper edges of the grade bands, %. */
    static final double[] BAND_TOP_PCT = {-8, -6, -3, 3, 6, 8, 10, 14};

    /** Lower edge of the first band, %. */
    static final double LOWEST_PCT = -10;

    /** Measured speeds by band, loaded and empty, km/h. */
    static final double[] LOADED_KPH = {23, 24, 24, 20, 18, 14, 13, 8};

    static final double[] EMPTY_KPH = {28, 26, 26, 19, 24, 23, 21, 16};

    private RoadPace() {}

    /** The band a grade falls into; steeper ones fall into the nearest. */
    static int bandOf(double gradePct) {
        int band = 0;
        while (band < BAND_TOP_PCT.length - 1 && gradePct >= BAND_TOP_PCT[band]) {
            band++;
        }
        return band;
    }

    /** The pace on that grade, km/h. */
    static double paceKph(double gradePct, boolean loaded) {
        int band = bandOf(gradePct);
        return loaded ? LOADED_KPH[band] : EMPTY_KPH[band];
    }
}
