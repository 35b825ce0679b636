package io.fueloptimine.models.training.evaluation;

/**
 * Sums over rows from which all measures are computed. The sums of several machines can be added,
 * so that a resample of machines needs one addition per machine for any number of rows.
 *
 * <p>The variance of the actual litres is stored as their mean and the sum of squared deviations
 * from the mean, because plain sums of squares lose precision. Two such pairs are merged by the
 * method of Chan, Golub and LeVeque (1979). Not thread-safe.
 */
final class ErrorSums {

    private static final double PERCENT = 100;

    private int rows;
    private double absolute;
    private double squared;
    private double signed;
    private double burned;
    private double meanActual;
    private double spread;
    private int ratioRows;
    private double ratios;
    private int intervals;
    private int covered;
    private double width;

    void add(PredictedRow row, double mapeFloorL) {
        double error = row.expectedL() - row.actualL();
        rows++;
        absolute += Math.abs(error);
        squared += error * error;
        signed += error;
        burned += Math.abs(row.actualL());
        double fromMean = row.actualL() - meanActual;
        meanActual += fromMean / rows;
        spread += fromMean * (row.actualL() - meanActual);
        if (row.actualL() >= mapeFloorL) {
            ratioRows++;
            ratios += Math.abs(error) / row.actualL();
        }
        if (row.hasInterval()) {
            intervals++;
            covered += row.lowL() <= row.actualL() && row.actualL() <= row.highL() ? 1 : 0;
            width += row.highL() - row.lowL();
        }
    }

    void add(ErrorSums other) {
        double apart = other.meanActual - meanActual;
        int together = rows + other.rows;
        meanActual += apart * ((double) other.rows / together);
        spread += other.spread + apart * apart * rows * other.rows / together;
        rows = together;
        absolute += other.absolute;
        squared += other.squared;
        signed += other.signed;
        burned += other.burned;
        ratioRows += other.ratioRows;
        ratios += other.ratios;
        intervals += other.intervals;
        covered += other.covered;
        width += other.width;
    }

    Metrics metrics() {
        return new Metrics(
                rows,
                maeL(),
                rmseL(),
                spread > 0 ? 1 - squared / spread : Double.NaN,
                PERCENT * mean(ratios, ratioRows),
                burned > 0 ? PERCENT * absolute / burned : Double.NaN,
                mean(signed, rows),
                PERCENT * mean(covered, intervals),
                mean(width, intervals));
    }

    double maeL() {
        return mean(absolute, rows);
    }

    double rmseL() {
        return Math.sqrt(mean(squared, rows));
    }

    private static double mean(double sum, int count) {
        return count == 0 ? Double.NaN : sum / count;
    }
}
