package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.SiteClasses;
import io.fueloptimine.models.fuel.scoring.CurrentModels;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The models that price the trips of each mine: the registry's champion, or physics until the
 * champion is loaded. Models are loaded on a separate thread; no method waits for the registry.
 * Thread-safe.
 */
public final class PriceModels implements AutoCloseable {

    private final CurrentModels models;
    private final Map<String, Priced> bySite = new HashMap<>();
    private String latest = "";

    private record Priced(FuelModel model, HaulModel hauls) {}

    /**
     * @param registryRoot the model registry's folder; it may not exist yet
     * @param modelName the name of the model of fuel windows, such as {@code fuel-window}
     */
    public PriceModels(Path registryRoot, String modelName, MineSites mines) {
        models =
                new CurrentModels(
                        registryRoot,
                        SiteClasses.of(mines),
                        modelName,
                        CurrentModels.loaderThread());
        models.lookAgain();
    }

    /**
     * Takes notice of the model that scored a window. When it is another one than that of the
     * window before and not the one in use, the registry is read again, so that the next plan has
     * the prices of the new champion.
     *
     * @param scoredWith name and version of the model
     */
    public synchronized void scoredWith(String scoredWith) {
        if (!scoredWith.equals(latest)) {
            latest = scoredWith;
            lookAgainUnlessInUse(scoredWith);
        }
    }

    /**
     * The model that prices the trips of a mine; the same object until another champion is loaded.
     *
     * @param scoredWith name and version of the model that scored the latest windows; when it is
     *     not the model in use, the registry is read again. Empty if no windows were scored
     */
    public synchronized HaulModel of(MineSite mine, String scoredWith) {
        lookAgainUnlessInUse(scoredWith);
        FuelModel champion = models.now().champion().model();
        Priced before = bySite.get(mine.site());
        if (before != null && before.model() == champion) {
            return before.hauls();
        }
        HaulModel hauls = RoadHaulModel.learned(mine, champion);
        bySite.put(mine.site(), new Priced(champion, hauls));
        return hauls;
    }

    private void lookAgainUnlessInUse(String scoredWith) {
        FuelModel champion = models.now().champion().model();
        if (!scoredWith.equals(FuelResidual.modelText(champion.name(), champion.version()))
                && !scoredWith.isEmpty()
                && !scoredWith.startsWith(PhysicsModel.NAME)) {
            models.lookAgain();
        }
    }

    /** The version number of the champion in the registry; 0 while physics is used. */
    public int version() {
        return models.now().champion().version();
    }

    @Override
    public void close() {
        models.close();
    }
}
