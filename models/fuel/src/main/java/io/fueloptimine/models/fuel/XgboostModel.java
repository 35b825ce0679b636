package io.fueloptimine.models.fuel;

import io.fueloptimine.models.fuel.trees.Contributions;
import io.fueloptimine.models.fuel.trees.TreeShap;
import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A fuel model of boosted trees on {@link FuelFeatures}. The model covers the haul truck classes of
 * its training data. The fuel of other machines is predicted by {@link PhysicsModel}, and such
 * predictions carry the name and version of that model. Immutable and thread-safe.
 */
public final class XgboostModel implements FuelModel {

    private final String name;
    private final String version;
    private final FuelForests forests;
    private final MachineClasses trainedOn;
    private final SiteClasses sites;
    private final PhysicsModel physics;
    private final int width;
    private final Optional<TreeShap> shap;

    /**
     * Creates a model.
     *
     * @param trainedOn the classes of the training data
     * @param sites the machine classes of the mines, which replace classes of the same name in the
     *     training data
     * @throws InvalidModelException when the features of the forests are not {@link FuelFeatures},
     *     with or without those of the measured work
     */
    public XgboostModel(
            String name,
            String version,
            FuelForests forests,
            MachineClasses trainedOn,
            SiteClasses sites) {
        if (!forests.featureNames().equals(FuelFeatures.NAMES)
                && !forests.featureNames().equals(FuelFeatures.WITHOUT_WORK)) {
            throw new InvalidModelException(
                    String.format(
                            Locale.ROOT,
                            "model %s version %s was trained on the features %s, expected %s",
                            name,
                            version,
                            forests.featureNames(),
                            FuelFeatures.NAMES));
        }
        this.name = name;
        this.version = version;
        this.forests = forests;
        this.width = forests.featureNames().size();
        this.trainedOn = trainedOn;
        this.sites = sites.over(MachineClasses.standard().with(trainedOn));
        this.physics = new PhysicsModel(this.sites);
        this.shap = explainer(forests.expected());
    }

    /**
     * Creates a model for one mine.
     *
     * @param site the machine classes of the mine, which replace classes of the same name in the
     *     training data
     */
    public XgboostModel(
            String name,
            String version,
            FuelForests forests,
            MachineClasses trainedOn,
            MachineClasses site) {
        this(name, version, forests, trainedOn, SiteClasses.everywhere(site));
    }

    /**
     * Creates the explainer of a forest; empty when the model file lacks the row counts that
     * explanations require. Files that other tools wrote can lack them; such models still score.
     */
    private static Optional<TreeShap> explainer(XgboostTrees forest) {
        try {
            return Optional.of(TreeShap.of(forest));
        } catch (InvalidModelException e) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public boolean covers(FuelWindow window) {
        return trainedOn.truck(window.equipmentClass()) != null;
    }

    @Override
    public double expectedLitres(FuelWindow window) {
        if (!covers(window)) {
            return physics.expectedLitres(window);
        }
        float perMinute = forests.expected().predict(features(window));
        return Math.max(0, perMinute) * FuelFeatures.minutes(window);
    }

    @Override
    public FuelExpectation expect(FuelWindow window) {
        if (!covers(window)) {
            return physics.expect(window);
        }
        return forests.of(features(window)).atLeastZero().times(FuelFeatures.minutes(window));
    }

    @Override
    public ScoredWindow score(FuelWindow window) {
        if (!covers(window)) {
            return physics.score(window);
        }
        FuelExpectation expected = expect(window);
        double litres = expected.expectedL();
        double physicsL = physics.expectedLitres(window);
        return new ScoredWindow(window, litres, window.fuelL() - litres, physicsL, name, version)
                .withInterval(expected.lowL(), expected.highL());
    }

    @Override
    public Map<String, Double> reasons(FuelWindow window) {
        if (!covers(window)) {
            return Map.of();
        }
        return shap.map(explainer -> explainer.explain(features(window)))
                .map(Contributions::byFeature)
                .map(perMinute -> byName(perMinute, FuelFeatures.minutes(window)))
                .orElse(Map.of());
    }

    @Override
    public float[] features(FuelWindow window) {
        if (!covers(window)) {
            return new float[0];
        }
        float[] features = FuelFeatures.of(window, sites.of(window.site()));
        return width == features.length ? features : Arrays.copyOf(features, width);
    }

    private static Map<String, Double> byName(double[] perMinute, double minutes) {
        Map<String, Double> litres = new LinkedHashMap<>();
        for (int feature = 0; feature < perMinute.length; feature++) {
            litres.put(FuelFeatures.NAMES.get(feature), perMinute[feature] * minutes);
        }
        return litres;
    }
}
