package io.fueloptimine.models.fuel;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of one sensor in order of time. Immutable by convention: the arrays are not copied.
 *
 * @param timesMs the times, ms since the epoch
 * @param values the value at each time
 */
record SensorSeries(double[] timesMs, double[] values) {

    /** The time before and after a value for which the value is valid, s. */
    static final double VALID_S = 10;

    private static final double MS_PER_S = 1_000;

    int size() {
        return values.length;
    }

    double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Standard deviation of the population; NaN without values. */
    double standardDeviation() {
        double mean = mean();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    double max() {
        double max = Double.NaN;
        for (double value : values) {
            max = Double.isNaN(max) ? value : Math.max(max, value);
        }
        return max;
    }

    /** The time from the first to the last value, s. */
    double spanS() {
        return size() < 2 ? 0 : (timesMs[size() - 1] - timesMs[0]) / MS_PER_S;
    }

    /** The time between value i and the next one, s. */
    double gapS(int i) {
        return (timesMs[i + 1] - timesMs[i]) / MS_PER_S;
    }

    /**
     * The integral from start to end, ms since the epoch. Between values that are up to twice
     * {@link #VALID_S} apart, the trapezoidal rule is used. In a longer gap, each value holds for
     * {@link #VALID_S} before and after its time, and the rest of the gap is left out of both the
     * sum and the time. When a window is cut in two, the integrals of the two parts add up to that
     * of the window, unless the cut is within {@link #VALID_S} of one end of a longer gap.
     */
    Integral integral(double startMs, double endMs) {
        return integral(startMs, endMs, startMs, endMs);
    }

    /**
     * The part of {@link #integral(double, double)} that lies between two times, ms since the
     * epoch.
     */
    Integral integral(double startMs, double endMs, double fromMs, double toMs) {
        double seconds = 0;
        double sum = 0;
        for (Piece piece : pieces(startMs, endMs)) {
            Piece part = piece.within(fromMs, toMs);
            seconds += part.seconds();
            sum += part.seconds() * (part.from() + part.to()) / 2;
        }
        return new Integral(sum, seconds);
    }

    /**
     * The times between start and end at which no value is valid, as pairs of ms since the epoch.
     */
    List<double[]> gaps(double startMs, double endMs) {
        List<double[]> gaps = new ArrayList<>();
        double validMs = VALID_S * MS_PER_S;
        double coveredMs = startMs;
        for (double timeMs : timesMs) {
            if (timeMs - validMs > coveredMs) {
                gaps.add(new double[] {coveredMs, timeMs - validMs});
            }
            coveredMs = timeMs + validMs;
        }
        if (endMs > coveredMs) {
            gaps.add(new double[] {coveredMs, endMs});
        }
        return gaps;
    }

    private List<Piece> pieces(double startMs, double endMs) {
        List<Piece> pieces = new ArrayList<>(size() + 1);
        if (size() == 0) {
            return pieces;
        }
        double validMs = VALID_S * MS_PER_S;
        double first = timesMs[0];
        double last = timesMs[size() - 1];
        pieces.add(Piece.constant(Math.max(startMs, first - validMs), first, values[0]));
        pieces.add(Piece.constant(last, Math.min(endMs, last + validMs), values[size() - 1]));
        for (int i = 0; i + 1 < size(); i++) {
            if (gapS(i) <= 2 * VALID_S) {
                pieces.add(new Piece(timesMs[i], timesMs[i + 1], values[i], values[i + 1]));
            } else {
                pieces.add(Piece.constant(timesMs[i], timesMs[i] + validMs, values[i]));
                pieces.add(Piece.constant(timesMs[i + 1] - validMs, timesMs[i + 1], values[i + 1]));
            }
        }
        return pieces;
    }

    /** A straight line between two points of time and value. Times are in ms since the epoch. */
    private record Piece(double fromMs, double toMs, double from, double to) {

        static Piece constant(double fromMs, double toMs, double value) {
            return new Piece(fromMs, toMs, value, value);
        }

        Piece within(double startMs, double endMs) {
            if (startMs <= fromMs && toMs <= endMs) {
                return this;
            }
            double begin = Math.min(Math.max(startMs, fromMs), toMs);
            double end = Math.max(begin, Math.min(endMs, toMs));
            return new Piece(begin, end, valueAt(begin), valueAt(end));
        }

        double seconds() {
            return (toMs - fromMs) / MS_PER_S;
        }

        private double valueAt(double timeMs) {
            return toMs > fromMs ? from + (to - from) * (timeMs - fromMs) / (toMs - fromMs) : from;
        }
    }

    /**
     * An integral over time.
     *
     * @param sum value times seconds
     * @param seconds the time that the integral covers, s
     */
    record Integral(double sum, double seconds) {

        /** The mean over the covered time; NaN when nothing is covered. */
        double mean() {
            return seconds > 0 ? sum / seconds : Double.NaN;
        }
    }
}
