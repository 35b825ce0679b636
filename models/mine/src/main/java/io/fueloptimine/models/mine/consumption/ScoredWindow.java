package io.fueloptimine.models.mine.consumption;

import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.input.FieldCheck;

/**
 * A fuel window with the litres that the current model expects. If there is a challenger, the
 * record also contains the litres that the challenger expects.
 *
 * @param window the measured window
 * @param expectedL litres that the model expects
 * @param residualL burnt minus expected, L
 * @param physicsL litres that the physics model expects, the baseline of the trained model
 * @param modelName the model that scored the window; {@code physics} when no trained model applies
 * @param modelVersion the version of this model
 * @param lowL lower end of the model's interval, L; null without one
 * @param highL upper end of the model's interval, L; null without one
 * @param challengerL litres that the challenger expects, for comparison only; null without one
 * @param challengerVersion the challenger's version; null without one
 */
public record ScoredWindow(
        FuelWindow window,
        double expectedL,
        double residualL,
        double physicsL,
        String modelName,
        String modelVersion,
        Double lowL,
        Double highL,
        Double challengerL,
        String challengerVersion)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(ScoredWindow.class);

    public ScoredWindow {
        CHECK.required("window", window);
    }

    @Override
    public String site() {
        return window.site();
    }

    @Override
    public String machineId() {
        return window.machineId();
    }

    /** Creates a window without a prediction interval and without a challenger. */
    public ScoredWindow(
            FuelWindow window,
            double expectedL,
            double residualL,
            double physicsL,
            String modelName,
            String modelVersion) {
        this(
                window,
                expectedL,
                residualL,
                physicsL,
                modelName,
                modelVersion,
                null,
                null,
                null,
                null);
    }

    /** A copy with a prediction interval, L; NaN at either end means that there is none. */
    public ScoredWindow withInterval(double low, double high) {
        boolean known = !Double.isNaN(low) && !Double.isNaN(high);
        return new ScoredWindow(
                window,
                expectedL,
                residualL,
                physicsL,
                modelName,
                modelVersion,
                known ? low : null,
                known ? high : null,
                challengerL,
                challengerVersion);
    }

    /** A copy with the challenger's expected litres, L. */
    public ScoredWindow withChallenger(double litres, String version) {
        return new ScoredWindow(
                window,
                expectedL,
                residualL,
                physicsL,
                modelName,
                modelVersion,
                lowL,
                highL,
                litres,
                version);
    }

    @Override
    public String machineKey() {
        return window.machineKey();
    }
}
