package io.fueloptimine.models.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdwinTest {

    private static final AdwinSettings SETTINGS = new AdwinSettings(0.002, 5, 5);

    @Test
    void givesFewFalseAlarmsOnStationaryNoise() {
        int alarmedSeeds = 0;
        for (int seed = 0; seed < 300; seed++) {
            Adwin adwin = adwin();
            Random random = new Random(seed);
            boolean alarmed = false;
            for (int i = 0; i < 2_000; i++) {
                alarmed |= adwin.add(random.nextGaussian()).isPresent();
            }
            alarmedSeeds += alarmed ? 1 : 0;
        }
        assertThat(alarmedSeeds).as("of 300 runs of 2,000 samples").isLessThanOrEqualTo(6);
    }

    @Test
    void findsAShiftOfOneSigmaWithinABoundedNumberOfSamples() {
        for (int seed = 0; seed < 100; seed++) {
            Adwin adwin = adwin();
            Random random = new Random(seed);
            for (int i = 0; i < 500; i++) {
                adwin.add(random.nextGaussian());
            }
            assertThat(samplesUntilChange(adwin, random, 1)).as("seed " + seed).isLessThan(120);
        }
    }

    @Test
    void findsADropLikeARise() {
        Adwin adwin = adwin();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            adwin.add(random.nextGaussian());
        }
        assertThat(samplesUntilChange(adwin, random, -3)).isLessThan(25);
    }

    @Test
    void givesTheMeansAndSizesOnBothSides() {
        Adwin adwin = adwin();
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            adwin.add(random.nextGaussian() * 0.2);
        }
        MeanChange change = nextChange(adwin, random, 2, 0.2);
        assertThat(change.meanBefore()).isCloseTo(0, within(0.1));
        assertThat(change.meanAfter()).isGreaterThan(0.5);
        assertThat(change.samplesAfter()).isEqualTo(adwin.width());
        for (int i = 0; i < 100; i++) {
            adwin.add(2 + random.nextGaussian() * 0.2);
        }
        assertThat(adwin.mean()).isCloseTo(2, within(0.15));
        assertThat(adwin.width()).isLessThan(130);
    }

    @Test
    void keepsTheExactMeanAndVarianceOfItsWindow() {
        Adwin adwin = adwin();
        Random random = new Random(3);
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            double sample = random.nextGaussian() + (i < 3_000 ? 0 : 2);
            all.add(sample);
            adwin.add(sample);
            if (i % 97 == 0) {
                double[] window = newest(all, adwin.width());
                assertThat(adwin.mean()).isCloseTo(mean(window), within(1e-9));
                assertThat(adwin.variance()).isCloseTo(variance(window), within(1e-9));
            }
        }
        assertThat(adwin.width()).isBetween(1_990L, 2_100L);
    }

    @Test
    void continuesFromItsState() {
        Adwin straight = adwin();
        Adwin restored = adwin();
        Random random = new Random(5);
        for (int i = 0; i < 700; i++) {
            double sample = random.nextGaussian() + (i > 400 ? 1.5 : 0);
            Optional<MeanChange> expected = straight.add(sample);
            restored = new Adwin(SETTINGS, restored.state());
            Optional<MeanChange> actual = restored.add(sample);
            assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
            assertThat(restored.width()).isEqualTo(straight.width());
            assertThat(restored.mean()).isCloseTo(straight.mean(), within(1e-9));
        }
    }

    @Test
    void storesALongWindowInFewBuckets() {
        Adwin adwin = adwin();
        for (int i = 0; i < 1_000_000; i++) {
            adwin.add(0.25);
        }
        assertThat(adwin.width()).isEqualTo(1_000_000);
        assertThat(adwin.state().sums().length).isLessThan(130);
    }

    @Test
    void startsEmptyFromAStateWithAnotherLayout() {
        AdwinSettings otherRows = new AdwinSettings(0.002, 5, 3);
        Adwin adwin = new Adwin(otherRows, AdwinState.empty(otherRows));
        adwin.add(1);
        assertThat(new Adwin(SETTINGS, adwin.state()).width()).isZero();
    }

    @Test
    void rejectsSamplesThatAreNotFinite() {
        Adwin adwin = adwin();
        assertThatThrownBy(() -> adwin.add(Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new AdwinSettings(0, 5, 5)).hasMessageContaining("delta");
        assertThatThrownBy(() -> new AdwinSettings(0.1, 0, 5)).hasMessageContaining("minPart");
        assertThatThrownBy(() -> new AdwinSettings(0.1, 5, 1)).hasMessageContaining("bucketsPer");
    }

    private static int samplesUntilChange(Adwin adwin, Random random, double mean) {
        for (int i = 1; i <= 1_000; i++) {
            if (adwin.add(mean + random.nextGaussian()).isPresent()) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static MeanChange nextChange(Adwin adwin, Random random, double mean, double sigma) {
        for (int i = 0; i < 200; i++) {
            Optional<MeanChange> change = adwin.add(mean + random.nextGaussian() * sigma);
            if (change.isPresent()) {
                return change.get();
            }
        }
        throw new AssertionError("no change found");
    }

    private static double[] newest(List<Double> all, long width) {
        return all.subList(all.size() - (int) width, all.size()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / values.length;
    }

    private static Adwin adwin() {
        return new Adwin(SETTINGS, AdwinState.empty(SETTINGS));
    }
}
