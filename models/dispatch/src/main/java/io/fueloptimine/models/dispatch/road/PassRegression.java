package io.fueloptimine.models.dispatch.road;

import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * The regression of the passes. The litres of a pass are divided by those that the first guess
 * expects, so that all passes scatter alike. Not thread-safe.
 */
final class PassRegression {

    /** First guess of the litres per kWh at the wheels: 0.215 L/kWh, 90 % of it at the wheels. */
    private static final double LITRES_PER_KWH = 0.24;

    /** First guess of the slip between engine and wheels, m/s. */
    private static final double SLIP_MPS = 0.4;

    /** Scatter of a pass's litres that does not grow with them, L. */
    private static final double SCATTER_L = 0.3;

    /** Scatter relative to the litres of a pass. */
    private static final double SCATTER_SHARE = 0.04;

    /** Passes further off than this number of scales do not count. */
    private static final double BIWEIGHT = 4.7;

    /** Median of the absolute values of a normal distribution, in standard deviations. */
    private static final double MAD_OF_NORMAL = 0.6745;

    /** Mean power of a pass by rated power above which the truck could hardly drive faster. */
    private static final double AT_ITS_LIMIT = 0.5;

    private static final int ROUNDS = 6;

    private final RoadExcessSettings settings;
    private final List<RoadPass> passes;
    private final long nowMs;
    private final Map<String, TruckClass> classes = new HashMap<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Double> precisions = new ArrayList<>();
    private final int[][] indices;
    private final double[][] values;
    private final double[] targets;
    private final double[] ageWeights;
    private final double[] scatters;
    private final double[] fitWeights;
    private final Map<String, Integer> segments = new LinkedHashMap<>();
    private double scale = 1;
    private double[] solution = new double[0];
    private MatrixStore<Double> covariance;

    PassRegression(MineSite mine, RoadExcessSettings settings, List<RoadPass> passes, long nowMs) {
        this.settings = settings;
        this.passes = passes;
        this.nowMs = nowMs;
        mine.truckClasses().forEach(truckClass -> classes.put(truckClass.name(), truckClass));
        int count = passes.size();
        indices = new int[count][];
        values = new double[count][];
        targets = new double[count];
        ageWeights = new double[count];
        scatters = new double[count];
        fitWeights = new double[count];
        Arrays.fill(fitWeights, 1);
        for (int row = 0; row < count; row++) {
            fill(row);
        }
        for (int round = 0; round < ROUNDS; round++) {
            solve();
            reweigh();
        }
    }

    private void fill(int row) {
        RoadPass pass = passes.get(row);
        double idle = classes.get(pass.className()).idleLph();
        double guessL = guessL(pass);
        String name = pass.className();
        segments.putIfAbsent(
                pass.segmentId(), column("road " + pass.segmentId(), settings.excessSdPct()));
        indices[row] =
                new int[] {
                    column("slope " + name, settings.slopeSd()),
                    column("idle " + name, settings.idleSd()),
                    column("slip " + name, settings.slipMpsSd()),
                    column(
                            "machine " + pass.truckId() + "/" + pass.operatorId(),
                            settings.machineSd()),
                    segments.get(pass.segmentId())
                };
        values[row] =
                new double[] {
                    LITRES_PER_KWH * (pass.workKwh() + SLIP_MPS * pass.slipKwh()) / guessL,
                    idle * pass.hours() / guessL,
                    LITRES_PER_KWH * pass.slipKwh() / guessL,
                    1,
                    pointL(pass) / guessL
                };
        targets[row] = pass.litres() / guessL - 1;
        double age = (nowMs - pass.endMs()) / (double) settings.halfLife().toMillis();
        ageWeights[row] = Math.pow(0.5, age);
        scatters[row] = Math.hypot(SCATTER_SHARE, SCATTER_L / guessL);
    }

    private double guessL(RoadPass pass) {
        return LITRES_PER_KWH * (pass.workKwh() + SLIP_MPS * pass.slipKwh())
                + classes.get(pass.className()).idleLph() * pass.hours();
    }

    private static double pointL(RoadPass pass) {
        return LITRES_PER_KWH * (pass.pointKwh() + SLIP_MPS * pass.pointSlipKwh());
    }

    /**
     * Litres of the time that one more point costs on the way up: a truck near the limit of its
     * power drives slower by the ratio of the forces. 0 for a truck with power to spare.
     */
    private double slowingL(RoadPass pass) {
        TruckClass truckClass = classes.get(pass.className());
        double driveKw = (pass.workKwh() + SLIP_MPS * pass.slipKwh()) / pass.hours();
        if (driveKw < AT_ITS_LIMIT * truckClass.ratedPowerKw()) {
            return 0;
        }
        double idlingL = truckClass.idleLph() * pass.hours();
        double slippedL = LITRES_PER_KWH * SLIP_MPS * pass.slipKwh();
        return (idlingL + slippedL) * pass.pointKwh() / pass.workKwh();
    }

    private int column(String name, double sd) {
        Integer known = columns.putIfAbsent(name, columns.size());
        if (known == null) {
            precisions.add(1 / (sd * sd));
            return columns.size() - 1;
        }
        return known;
    }

    private void solve() {
        int size = columns.size();
        R064Store normal = R064Store.FACTORY.make(size, size);
        R064Store right = R064Store.FACTORY.make(size, 1);
        for (int i = 0; i < size; i++) {
            normal.set(i, i, precisions.get(i));
        }
        for (int row = 0; row < targets.length; row++) {
            double sd = scale * scatters[row];
            double weight = ageWeights[row] * fitWeights[row] / (sd * sd);
            for (int a = 0; a < indices[row].length; a++) {
                double weighed = weight * values[row][a];
                right.add(indices[row][a], 0, weighed * targets[row]);
                for (int b = 0; b < indices[row].length; b++) {
                    normal.add(indices[row][a], indices[row][b], weighed * values[row][b]);
                }
            }
        }
        Cholesky<Double> cholesky = Cholesky.R064.make(normal);
        cholesky.decompose(normal);
        solution = cholesky.getSolution(right).toRawCopy1D();
        covariance = cholesky.getInverse();
    }

    private void reweigh() {
        double[] off = new double[targets.length];
        for (int row = 0; row < off.length; row++) {
            double fitted = 0;
            for (int a = 0; a < indices[row].length; a++) {
                fitted += values[row][a] * solution[indices[row][a]];
            }
            off[row] = Math.abs(targets[row] - fitted) / scatters[row];
        }
        double[] sorted = off.clone();
        Arrays.sort(sorted);
        scale = Math.max(0.1, sorted[sorted.length / 2] / MAD_OF_NORMAL);
        for (int row = 0; row < off.length; row++) {
            double share = off[row] / (BIWEIGHT * scale);
            double left = Math.max(0, 1 - share * share);
            fitWeights[row] = left * left;
        }
    }

    /** The result for each segment, in the order of their first passes. */
    List<SegmentFit> segments() {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (int row = 0; row < targets.length; row++) {
            RoadPass pass = passes.get(row);
            double[] sum = sums.computeIfAbsent(pass.segmentId(), id -> new double[4]);
            sum[0]++;
            sum[1] += ageWeights[row] * guessL(pass);
            sum[2] += ageWeights[row] * pointL(pass);
            sum[3] += pointL(pass) + slowingL(pass);
        }
        // The list of passes is in the order of time.
        double hours = Math.max(1, (nowMs - passes.get(0).endMs()) / 3.6e6);
        List<SegmentFit> fits = new ArrayList<>();
        for (Map.Entry<String, double[]> entry : sums.entrySet()) {
            int column = segments.get(entry.getKey());
            double[] sum = entry.getValue();
            if (sum[2] <= 0) {
                continue;
            }
            fits.add(
                    new SegmentFit(
                            entry.getKey(),
                            (int) sum[0],
                            solution[column],
                            Math.sqrt(covariance.doubleValue(column, column)),
                            sum[1],
                            sum[2],
                            sum[3] / hours));
        }
        return fits;
    }
}
