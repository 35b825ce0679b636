package io.fueloptimine.models.fuel.scoring;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.SiteClasses;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Explains the expected fuel of windows. Serializable, so that a Flink operator can have a field of
 * this class.
 */
public final class WindowReasons implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * The maximum number of features in an explanation; it is small so that alarm texts stay short.
     */
    private static final int MAIN = 3;

    private final String registryRoot;
    private final String modelName;
    private final MineSites mines;

    /**
     * Creates explanations for the model that the operator {@code ScoreWindows} uses, as the
     * contribution of each feature to the expected litres.
     *
     * @param registryRoot the model registry's folder, readable where the job runs
     */
    public WindowReasons(Path registryRoot, String modelName, MineSites mines) {
        this.registryRoot = registryRoot.toString();
        this.modelName = modelName;
        this.mines = mines;
    }

    /**
     * Creates an explainer, which loads the champion on a separate thread; this method returns at
     * once.
     */
    public Explainer open() {
        SiteClasses classes = SiteClasses.of(mines);
        return new Explainer(
                new CurrentModels(
                        Path.of(registryRoot), classes, modelName, CurrentModels.loaderThread()));
    }

    /** Explains windows until it is closed. Not thread-safe. */
    public static final class Explainer implements AutoCloseable {

        private final CurrentModels models;

        private Explainer(CurrentModels models) {
            this.models = models;
            models.lookAgain();
        }

        /**
         * The features that contributed most to the expected litres of the windows, the largest
         * contribution first, with the contribution over all windows in L. Empty if the physics
         * model scored the windows, or while the model that scored the windows is not loaded yet.
         */
        public Map<String, Double> mainReasons(List<ScoredWindow> windows) {
            FuelModel model = models.now().champion().model();
            if (windows.stream().anyMatch(score -> !isOf(model, score))) {
                models.lookAgain();
                return Map.of();
            }
            Map<String, Double> litres = new TreeMap<>();
            for (ScoredWindow score : windows) {
                model.reasons(score.window())
                        .forEach((feature, adds) -> litres.merge(feature, adds, Double::sum));
            }
            Map<String, Double> main = new LinkedHashMap<>();
            litres.entrySet().stream()
                    .sorted(Comparator.comparingDouble(reason -> -Math.abs(reason.getValue())))
                    .limit(MAIN)
                    .forEach(reason -> main.put(reason.getKey(), reason.getValue()));
            return main;
        }

        @Override
        public void close() {
            models.close();
        }

        private static boolean isOf(FuelModel model, ScoredWindow score) {
            return model.name().equals(score.modelName())
                    && model.version().equals(score.modelVersion());
        }
    }
}
