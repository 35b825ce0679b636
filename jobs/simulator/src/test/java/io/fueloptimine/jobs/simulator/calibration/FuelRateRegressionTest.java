package io.fueloptimine.jobs.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FuelRateRegressionTest {

    private static final double[] LPH = {380, 140, 50};

    @Test
    void leastSquaresFindsTheCoefficients() {
        ClusteredFit fit = FuelRateRegression.fit(intervals(new Random(1), 0, 0));

        for (int i = 0; i < LPH.length; i++) {
            assertThat(fit.coefficients()[i]).isCloseTo(LPH[i], within(1e-6));
            assertThat(fit.errors()[i]).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void standardErrorsAreThoseOfRepeatedMeasurements() {
        int repeats = 300;
        double[] squares = new double[LPH.length];
        double[] errors = new double[LPH.length];
        Random random = new Random(2);
        for (int repeat = 0; repeat < repeats; repeat++) {
            ClusteredFit fit = FuelRateRegression.fit(intervals(random, 150, 100));
            for (int i = 0; i < LPH.length; i++) {
                squares[i] += Math.pow(fit.coefficients()[i] - LPH[i], 2) / repeats;
                errors[i] += fit.errors()[i] / repeats;
            }
        }
        for (int i = 0; i < LPH.length; i++) {
            assertThat(errors[i]).isCloseTo(Math.sqrt(squares[i]), within(0.15 * errors[i]));
        }
    }

    /** Intervals whose litres deviate by truck and by interval. */
    private static List<RefuelInterval> intervals(Random random, double truckSdL, double sdL) {
        List<RefuelInterval> intervals = new ArrayList<>();
        for (int truck = 0; truck < 57; truck++) {
            double truckL = truckSdL * random.nextGaussian();
            for (int i = 0; i < 8; i++) {
                double[] hours = {
                    3 + 3 * random.nextDouble(),
                    2 + 3 * random.nextDouble(),
                    5 + 6 * random.nextDouble()
                };
                double litres = truckL + sdL * random.nextGaussian();
                for (int kind = 0; kind < LPH.length; kind++) {
                    litres += LPH[kind] * hours[kind];
                }
                intervals.add(new RefuelInterval("T" + truck, hours, litres, hours));
            }
        }
        return intervals;
    }
}
