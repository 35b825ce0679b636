package io.fueloptimine.models.fuel;

import io.fueloptimine.models.fuel.trees.XgboostTrees;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The forests of trees of one trained model: one for the expected value and, for a model with an
 * interval, one for each end of the interval. The unit of a prediction is that of the training
 * labels. Immutable and thread-safe.
 */
public final class FuelForests {

    private final XgboostTrees expected;
    private final Optional<Ends> ends;
    private final IntervalCalibration calibration;

    private record Ends(XgboostTrees low, XgboostTrees high) {}

    private FuelForests(
            XgboostTrees expected, Optional<Ends> ends, IntervalCalibration calibration) {
        this.expected = expected;
        this.ends = ends;
        this.calibration = calibration;
    }

    /** Creates a model without an interval. */
    public static FuelForests of(XgboostTrees expected) {
        return new FuelForests(expected, Optional.empty(), IntervalCalibration.NONE);
    }

    /**
     * Creates a model with an interval.
     *
     * @param low the forest of the lower end of the interval
     * @param high the forest of the upper end of the interval
     * @throws InvalidModelException when the forests have different features
     */
    public static FuelForests of(
            XgboostTrees expected,
            XgboostTrees low,
            XgboostTrees high,
            IntervalCalibration calibration) {
        requireSame("lower end", expected, low);
        requireSame("upper end", expected, high);
        return new FuelForests(expected, Optional.of(new Ends(low, high)), calibration);
    }

    /** The names of the features, in order. */
    public List<String> featureNames() {
        return expected.featureNames();
    }

    /** The forest that predicts the expected value. */
    public XgboostTrees expected() {
        return expected;
    }

    /**
     * The forest that predicts the lower end of the interval; empty for a model without an
     * interval.
     */
    public Optional<XgboostTrees> low() {
        return ends.map(Ends::low);
    }

    /**
     * The forest that predicts the upper end of the interval; empty for a model without an
     * interval.
     */
    public Optional<XgboostTrees> high() {
        return ends.map(Ends::high);
    }

    /**
     * The prediction for one row. The forests are trained separately, so their predictions can
     * cross. When the lower end is above the expected value, or the upper end below it, the end is
     * replaced by the expected value.
     *
     * @param features in the order of {@link #featureNames()}, NaN for missing
     */
    public FuelExpectation of(float[] features) {
        double mean = expected.predict(features);
        if (ends.isEmpty()) {
            return FuelExpectation.of(mean);
        }
        double size = Math.abs(mean);
        double low = ends.get().low().predict(features) - calibration.lowShift() * size;
        double high = ends.get().high().predict(features) + calibration.highShift() * size;
        return new FuelExpectation(mean, Math.min(mean, low), Math.max(mean, high));
    }

    private static void requireSame(String which, XgboostTrees expected, XgboostTrees other) {
        if (!other.featureNames().equals(expected.featureNames())) {
            throw new InvalidModelException(
                    String.format(
                            Locale.ROOT,
                            "the interval's %s was trained on the features %s, expected %s",
                            which,
                            other.featureNames(),
                            expected.featureNames()));
        }
    }
}
