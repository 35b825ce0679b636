package io.fueloptimine.models.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Friedman's function ("Multivariate Adaptive Regression Splines", Annals of Statistics 19, 1991)
 * that changes, a model that was trained before the changes, and the detector on the model's
 * errors. No setting was chosen on these seeds.
 */
class FriedmanDriftTest {

    private static final int TRAINED = 1_000;
    private static final int REFERENCE = 1_000;
    private static final int ROWS = 8_000;
    private static final int SEEDS = 20;
    private static final AdwinSettings SETTINGS = new AdwinSettings(0.002, 5, 5);

    /** Share of the second concept in the function by row, and the rows at which it changes. */
    enum Drift {
        ABRUPT(row -> row < 3_000 ? 0 : 1, 3_000),
        GRADUAL(row -> Math.max(0, Math.min(1, (row - 3_000) / 2_000.0)), 3_000),
        RECURRING(row -> row / 2_000 % 2, 2_000, 4_000, 6_000);

        private final IntToDoubleFunction share;
        private final int[] changes;

        Drift(IntToDoubleFunction share, int... changes) {
            this.share = share;
            this.changes = changes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void detectsEveryChange(Drift drift) {
        List<Integer> delays = new ArrayList<>();
        int falseAlarms = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Integer> detected = detections(drift, new Random(1_000 + seed));
            for (int i = 0; i < drift.changes.length; i++) {
                int from = drift.changes[i];
                int to = i + 1 < drift.changes.length ? drift.changes[i + 1] : ROWS;
                int first =
                        detected.stream()
                                .filter(row -> row >= from && row < to)
                                .findFirst()
                                .orElse(Integer.MAX_VALUE);
                assertThat(first).as("%s, seed %d, change at %d", drift, seed, from).isLessThan(to);
                delays.add(first - from);
            }
            falseAlarms += (int) detected.stream().filter(row -> row < drift.changes[0]).count();
        }
        delays.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d changes detected, delay median %d, largest %d rows; %d false alarms"
                        + " in %,d rows before the first changes%n",
                drift,
                delays.size(),
                SEEDS * drift.changes.length,
                delays.get(delays.size() / 2),
                delays.get(delays.size() - 1),
                falseAlarms,
                SEEDS * drift.changes[0]);
        assertThat(falseAlarms).isLessThanOrEqualTo(1);
    }

    private static List<Integer> detections(Drift drift, Random random) {
        double[] weights = trained(random);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < REFERENCE; i++) {
            double error = error(weights, 0, random);
            sum += error;
            squares += error * error;
        }
        double mean = sum / REFERENCE;
        ReferenceScale scale =
                new ReferenceScale(mean, Math.sqrt(squares / REFERENCE - mean * mean), 4);
        Adwin adwin = new Adwin(SETTINGS, AdwinState.empty(SETTINGS));
        List<Integer> detected = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double error = error(weights, drift.share.applyAsDouble(row), random);
            if (adwin.add(scale.sample(error)).isPresent()) {
                detected.add(row);
            }
        }
        return detected;
    }

    /** The absolute error of the model on a random row. */
    private static double error(double[] weights, double share, Random random) {
        double[] x = random.doubles(5).toArray();
        double y = (1 - share) * concept(x) + share * otherConcept(x) + random.nextGaussian();
        double[] features = features(x);
        double predicted = 0;
        for (int i = 0; i < features.length; i++) {
            predicted += weights[i] * features[i];
        }
        return Math.abs(y - predicted);
    }

    private static double concept(double[] x) {
        return 10 * Math.sin(Math.PI * x[0] * x[1])
                + 20 * (x[2] - 0.5) * (x[2] - 0.5)
                + 10 * x[3]
                + 5 * x[4];
    }

    /** The same function of exchanged variables. */
    private static double otherConcept(double[] x) {
        return concept(new double[] {x[3], x[2], x[4], x[0], x[1]});
    }

    /** Weights of a linear model of squares and products, by gradient descent. */
    private static double[] trained(Random random) {
        double[] weights = new double[features(new double[5]).length];
        double[][] rows = new double[TRAINED][];
        double[] targets = new double[TRAINED];
        for (int i = 0; i < TRAINED; i++) {
            double[] x = random.doubles(5).toArray();
            rows[i] = features(x);
            targets[i] = concept(x) + random.nextGaussian();
        }
        for (int epoch = 0; epoch < 100; epoch++) {
            for (int i = 0; i < TRAINED; i++) {
                double error = targets[i];
                for (int k = 0; k < weights.length; k++) {
                    error -= weights[k] * rows[i][k];
                }
                for (int k = 0; k < weights.length; k++) {
                    weights[k] += 0.02 * error * rows[i][k] / (1 + epoch / 20.0);
                }
            }
        }
        return weights;
    }

    private static double[] features(double[] x) {
        double[] features = new double[21];
        int next = 0;
        features[next++] = 1;
        for (int i = 0; i < 5; i++) {
            features[next++] = x[i];
            for (int k = i; k < 5; k++) {
                features[next++] = x[i] * x[k];
            }
        }
        return features;
    }
}
