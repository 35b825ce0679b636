package io.fueloptimine.jobs.simulator.physics;

import java.util.Arrays;

/**
 * How a truck drives a road segment: pieces of constant acceleration and constant fuel rate. Times
 * count from the start of the segment. Not thread-safe.
 */
public final class LegProfile {

    private static final double MPS_PER_KPH = 1 / 3.6;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final int FIRST_CAPACITY = 32;

    private int pieces;
    private double[] startS = new double[FIRST_CAPACITY];
    private double[] startM = new double[FIRST_CAPACITY];
    private double[] startL = new double[FIRST_CAPACITY];
    private double[] startMps = new double[FIRST_CAPACITY];
    private double[] accelerationMps2 = new double[FIRST_CAPACITY];
    private double[] lph = new double[FIRST_CAPACITY];
    private double seconds;
    private double metres;
    private double litres;
    private double mps;

    /** Begins anew at that speed. */
    public void begin(double fromMps) {
        pieces = 0;
        seconds = 0;
        metres = 0;
        litres = 0;
        mps = fromMps;
    }

    /** Appends a piece that ends at that speed. */
    public void add(double pieceS, double toMps, double rateLph) {
        if (pieces == startS.length) {
            grow();
        }
        startS[pieces] = seconds;
        startM[pieces] = metres;
        startL[pieces] = litres;
        startMps[pieces] = mps;
        accelerationMps2[pieces] = (toMps - mps) / pieceS;
        lph[pieces] = rateLph;
        pieces++;
        seconds += pieceS;
        metres += (mps + toMps) / 2 * pieceS;
        litres += rateLph * pieceS / SECONDS_PER_HOUR;
        mps = toMps;
    }

    /** Multiplies the speeds; distances and litres stay the same. */
    public void scaleSpeed(double factor) {
        if (factor == 1) {
            return;
        }
        for (int i = 0; i < pieces; i++) {
            startS[i] /= factor;
            startMps[i] *= factor;
            accelerationMps2[i] *= factor * factor;
            lph[i] *= factor;
        }
        seconds /= factor;
        mps *= factor;
    }

    /** Appends a standing truck. */
    public void stand(double standingS, double rateLph) {
        mps = 0;
        add(standingS, 0, rateLph);
    }

    /** Duration of all pieces, s. */
    public double seconds() {
        return seconds;
    }

    /** Litres of all pieces, L. */
    public double litres() {
        return litres;
    }

    /** Distance of all pieces, m. */
    public double metres() {
        return metres;
    }

    /** Speed at the end, m/s. */
    public double endMps() {
        return mps;
    }

    /** Distance driven at a time, m. */
    public double metresAt(double atS) {
        if (atS >= seconds) {
            return metres;
        }
        int piece = pieceAt(atS);
        double inS = Math.max(0, atS) - startS[piece];
        return startM[piece] + inS * (startMps[piece] + accelerationMps2[piece] * inS / 2);
    }

    /** Speed at a time, km/h. */
    public double kphAt(double atS) {
        if (atS >= seconds) {
            return mps / MPS_PER_KPH;
        }
        int piece = pieceAt(atS);
        double inS = Math.max(0, atS) - startS[piece];
        return (startMps[piece] + accelerationMps2[piece] * inS) / MPS_PER_KPH;
    }

    /** Fuel rate of an average engine and operator at a time, L/h. */
    public double lphAt(double atS) {
        return lph[pieceAt(atS)];
    }

    /** Fuel burnt by an average engine and operator up to a time, L. */
    public double litresAt(double atS) {
        if (atS <= 0) {
            return 0;
        }
        int piece = pieceAt(atS);
        return startL[piece] + lph[piece] * (atS - startS[piece]) / SECONDS_PER_HOUR;
    }

    private int pieceAt(double atS) {
        int found = Arrays.binarySearch(startS, 0, pieces, atS);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private void grow() {
        int capacity = 2 * startS.length;
        startS = Arrays.copyOf(startS, capacity);
        startM = Arrays.copyOf(startM, capacity);
        startL = Arrays.copyOf(startL, capacity);
        startMps = Arrays.copyOf(startMps, capacity);
        accelerationMps2 = Arrays.copyOf(accelerationMps2, capacity);
        lph = Arrays.copyOf(lph, capacity);
    }
}
