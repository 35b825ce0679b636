package io.fueloptimine.models.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** CUSUM and Page-Hinkley: steps, slow wear, stationary noise, and their state. */
class SlowWearTest {

    private static final CusumSettings CUSUM = new CusumSettings(0, 0.25, 25);
    private static final PageHinkleySettings PAGE_HINKLEY = new PageHinkleySettings(0.25, 25, 30);

    @Test
    void detectsAStepInBothDirectionsAndEstimatesItsStart() {
        for (double step : new double[] {1, -1}) {
            for (ChangeDetector detector : new ChangeDetector[] {cusum(), pageHinkley()}) {
                Found found = feed(detector, 3, i -> i < 500 ? 0 : step, 2_000);
                assertThat(found.change.isRise()).isEqualTo(step > 0);
                assertThat(found.change.shift()).isCloseTo(step, within(0.5));
                assertThat(found.samples).isBetween(501, 580);
                assertThat(found.samples - found.change.samplesAfter())
                        .isCloseTo(500L, within(25L));
                assertThat(found.change.samplesBefore() + found.change.samplesAfter())
                        .isEqualTo(found.samples);
                assertThat(detector.width()).isZero();
            }
        }
    }

    @Test
    void cusumDetectsWearThatCreeps() {
        Found found = feed(cusum(), 5, i -> i / 1_000.0, 5_000);
        assertThat(found.samples).isLessThan(900);
    }

    @Test
    void isSilentOnStationaryNoise() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(feed(cusum(), seed, i -> 0, 20_000).change).isNull();
            assertThat(feed(pageHinkley(), seed, i -> 0, 20_000).change).isNull();
        }
    }

    @Test
    void continuesFromItsState() {
        Cusum cusum = cusum();
        PageHinkley pageHinkley = pageHinkley();
        Cusum restoredCusum = cusum();
        PageHinkley restoredPageHinkley = pageHinkley();
        Random random = new Random(9);
        for (int i = 0; i < 1_500; i++) {
            double sample = random.nextGaussian() + (i > 700 ? 1 : 0);
            restoredCusum = new Cusum(CUSUM, restoredCusum.state());
            restoredPageHinkley = new PageHinkley(PAGE_HINKLEY, restoredPageHinkley.state());
            assertThat(restoredCusum.add(sample)).isEqualTo(cusum.add(sample));
            assertThat(restoredPageHinkley.add(sample)).isEqualTo(pageHinkley.add(sample));
            assertThat(restoredCusum.mean()).isEqualTo(cusum.mean());
            assertThat(restoredPageHinkley.mean()).isEqualTo(pageHinkley.mean());
        }
    }

    @Test
    void cusumReportsAShiftThatLastsAgain() {
        Cusum cusum = cusum();
        int found = 0;
        for (int i = 0; i < 200; i++) {
            found += cusum.add(1).isPresent() ? 1 : 0;
        }
        assertThat(found).isEqualTo(200 / 34);
    }

    @Test
    void refusesWhatItCannotUse() {
        assertThatThrownBy(() -> cusum().add(Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> pageHinkley().add(Double.POSITIVE_INFINITY))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> new CusumSettings(0, -1, 5)).hasMessageContaining("slack");
        assertThatThrownBy(() -> new CusumSettings(0, 1, 0)).hasMessageContaining("threshold");
        assertThatThrownBy(() -> new PageHinkleySettings(-1, 5, 1))
                .hasMessageContaining("tolerance");
        assertThatThrownBy(() -> new PageHinkleySettings(1, 5, 0))
                .hasMessageContaining("minSamples");
    }

    private static Found feed(
            ChangeDetector detector, int seed, IntToDoubleFunction mean, int samples) {
        Random random = new Random(seed);
        for (int i = 0; i < samples; i++) {
            Optional<MeanChange> change =
                    detector.add(mean.applyAsDouble(i) + random.nextGaussian());
            if (change.isPresent()) {
                return new Found(change.get(), i + 1);
            }
        }
        return new Found(null, samples);
    }

    private static Cusum cusum() {
        return new Cusum(CUSUM, SumsState.EMPTY);
    }

    private static PageHinkley pageHinkley() {
        return new PageHinkley(PAGE_HINKLEY, SumsState.EMPTY);
    }

    /** The first change, null if there was none, and the number of samples until then. */
    private record Found(MeanChange change, int samples) {}
}
