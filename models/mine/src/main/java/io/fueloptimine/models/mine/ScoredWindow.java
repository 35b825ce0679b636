package io.fueloptimine.models.mine;

/**
 * A fuel window with what it should have burnt, and with what the model that would replace the
 * champion says of it.
 *
 * @param window what happened
 * @param expectedL litres expected by the model
 * @param residualL burnt minus expected, L
 * @param physicsL litres expected by physics alone, the model's named baseline
 * @param modelName the model that scored it, {@code physics} when none fitted
 * @param modelVersion its version
 * @param lowL lower end of the model's interval, L; null without one
 * @param highL upper end of the model's interval, L; null without one
 * @param challengerL litres expected by the challenger, which nothing acts on; null without one
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

    /** A window scored by a model that gives no interval, without a challenger. */
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

    /** The same with an interval of the burn, L; NaN at either end means that there is none. */
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

    /** The same with what a challenger expects, L. */
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
