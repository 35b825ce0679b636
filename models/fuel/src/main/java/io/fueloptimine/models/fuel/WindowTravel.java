package io.fueloptimine.models.fuel;

import java.util.Arrays;

/**
 * Distance, climb, descent and effective flat haul of a machine in the covered time of one window.
 *
 * <p>Climb and descent are computed from the turning points of the elevation, so that the position
 * jitter of a standing machine is not counted. Without enough elevations they are computed from
 * speed and grade. A result is NaN when the values for it are known for less than half of the
 * covered time.
 *
 * @param distanceKm mean speed times covered time, km; NaN when unknown
 * @param meanSpeedKph time-weighted mean speed, km/h; NaN when unknown
 * @param climbM climb, m, 0 or more; NaN when unknown
 * @param descentM descent, m, 0 or more; NaN when unknown
 * @param efhM effective flat haul, m, 0 or more; NaN when unknown
 */
record WindowTravel(
        double distanceKm, double meanSpeedKph, double climbM, double descentM, double efhM) {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double METRES_PER_KM = 1_000;
    private static final double LEAST_SHARE = 0.5;

    /** Smaller changes of the elevation are position noise, m. */
    private static final double DEAD_BAND_M = 1;

    static WindowTravel of(WindowSamples samples, double startMs, double endMs, double coveredS) {
        SensorSeries speed = samples.series(WindowSamples.SPEED_KPH);
        SensorSeries.Integral way = speed.integral(startMs, endMs);
        double speedKph = way.seconds() < LEAST_SHARE * coveredS ? Double.NaN : way.mean();
        SensorSeries elevation = samples.series(WindowSamples.ELEVATION_M);
        double[] heights =
                elevation.spanS() < LEAST_SHARE * coveredS
                        ? byGrade(samples, startMs, endMs, coveredS)
                        : byTurns(elevation.values(), coveredS / elevation.spanS());
        return new WindowTravel(
                speedKph * coveredS / SECONDS_PER_HOUR,
                speedKph,
                heights[0],
                heights[1],
                efhM(samples, coveredS));
    }

    /** The effective flat haul, from the rows that have both speed and elevation. */
    private static double efhM(WindowSamples samples, double coveredS) {
        FlatHaulSteps steps = new FlatHaulSteps();
        for (int row = 0; row < samples.size; row++) {
            steps.add(
                    samples.cell(row, WindowSamples.TIME_MS),
                    samples.cell(row, WindowSamples.SPEED_KPH),
                    samples.cell(row, WindowSamples.ELEVATION_M));
        }
        return steps.seconds() < LEAST_SHARE * coveredS
                ? Double.NaN
                : steps.metres() / steps.seconds() * coveredS;
    }

    private static double[] byTurns(double[] elevations, double scale) {
        double climb = 0;
        double descent = 0;
        double turn = elevations[0];
        for (int i = 1; i < elevations.length; i++) {
            double change = elevations[i] - turn;
            if (Math.abs(change) >= DEAD_BAND_M) {
                climb += Math.max(0, change);
                descent += Math.max(0, -change);
                turn = elevations[i];
            }
        }
        double rest = climb + descent > 0 ? elevations[elevations.length - 1] - turn : 0;
        return new double[] {
            (climb + Math.max(0, rest)) * scale, (descent + Math.max(0, -rest)) * scale
        };
    }

    private static double[] byGrade(
            WindowSamples samples, double startMs, double endMs, double coveredS) {
        double[] up = new double[samples.size];
        double[] down = new double[samples.size];
        double[] times = new double[samples.size];
        int count = 0;
        for (int i = 0; i < samples.size; i++) {
            double risingMps = risingMps(samples, i);
            if (!Double.isNaN(risingMps)) {
                times[count] = samples.cell(i, WindowSamples.TIME_MS);
                up[count] = Math.max(0, risingMps);
                down[count++] = Math.max(0, -risingMps);
            }
        }
        times = Arrays.copyOf(times, count);
        SensorSeries.Integral climb =
                new SensorSeries(times, Arrays.copyOf(up, count)).integral(startMs, endMs);
        SensorSeries.Integral descent =
                new SensorSeries(times, Arrays.copyOf(down, count)).integral(startMs, endMs);
        boolean unknown = climb.seconds() == 0 || climb.seconds() < LEAST_SHARE * coveredS;
        return unknown
                ? new double[] {Double.NaN, Double.NaN}
                : new double[] {climb.mean() * coveredS, descent.mean() * coveredS};
    }

    private static double risingMps(WindowSamples samples, int row) {
        return samples.cell(row, WindowSamples.SPEED_KPH)
                * METRES_PER_KM
                / SECONDS_PER_HOUR
                * samples.cell(row, WindowSamples.GRADE_PCT)
                / 100;
    }
}
