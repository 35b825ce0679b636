package io.fueloptimine.operators.score;

import io.fueloptimine.models.fuel.SiteClasses;
import io.fueloptimine.models.fuel.scoring.CurrentModels;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.site.MineSites;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * Scores each fuel window once with the registry's champion and, if there is a challenger, with the
 * challenger. A model version can change only between two windows.
 *
 * <p>The registry determines the versions of the models. An announcement of a new champion only
 * causes the registry to be read again, so repeated announcements after a restart have no effect
 * and no state is needed. Models are loaded on a separate thread ({@link CurrentModels}). Only at
 * the start does the operator wait for the models, so that the first windows are not scored by
 * physics. A model that cannot be loaded does not stop the job; loading is tried again every
 * minute.
 */
public final class ScoreWindows
        extends KeyedBroadcastProcessFunction<String, FuelWindow, ModelAnnouncement, ScoredWindow> {

    /** The descriptor of the broadcast stream of announcements. The broadcast state stays empty. */
    public static final MapStateDescriptor<String, ModelAnnouncement> ANNOUNCEMENTS =
            new MapStateDescriptor<>(
                    "announcements", Types.STRING, Types.POJO(ModelAnnouncement.class));

    private static final long serialVersionUID = 1L;

    private final String registryRoot;
    private final String modelName;
    private final MineSites mines;
    private final ScoreSettings settings;
    private final SerializableSupplier<ScheduledExecutorService> loader;

    private transient CurrentModels models;
    private transient ScoreMetrics metrics;
    private transient Counter windowsOfUnknownSites;

    /**
     * Creates the operator for the windows of several mines.
     *
     * @param registryRoot the model registry's folder, readable where the job runs
     * @param modelName the name of the model, such as {@code fuel-window}
     * @param mines the mines with their truck classes and auxiliary machines; a window of another
     *     site is scored with the standard classes and counted as {@code windowsOfUnknownSites}
     */
    public ScoreWindows(
            Path registryRoot, String modelName, MineSites mines, ScoreSettings settings) {
        this(registryRoot, modelName, mines, settings, CurrentModels::loaderThread);
    }

    /** Creates the operator with another executor for loading models. */
    ScoreWindows(
            Path registryRoot,
            String modelName,
            MineSites mines,
            ScoreSettings settings,
            SerializableSupplier<ScheduledExecutorService> loader) {
        this.registryRoot = registryRoot.toString();
        this.modelName = modelName;
        this.mines = mines;
        this.settings = settings;
        this.loader = loader;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        SiteClasses classes = SiteClasses.of(mines);
        models = new CurrentModels(Path.of(registryRoot), classes, modelName, loader.get());
        metrics = new ScoreMetrics(getRuntimeContext().getMetricGroup(), models);
        windowsOfUnknownSites =
                getRuntimeContext().getMetricGroup().counter("windowsOfUnknownSites");
        models.lookAndWait(settings.startWait());
    }

    @Override
    public void processElement(
            FuelWindow window, ReadOnlyContext context, Collector<ScoredWindow> out) {
        if (mines.mine(window.site()).isEmpty()) {
            windowsOfUnknownSites.inc();
        }
        ScoredWindow score = models.now().score(window);
        metrics.count(score);
        out.collect(score);
    }

    @Override
    public void processBroadcastElement(
            ModelAnnouncement announcement, Context context, Collector<ScoredWindow> out) {
        if (modelName.equals(announcement.name())) {
            models.lookAgain();
        }
    }

    @Override
    public void close() {
        if (models != null) {
            models.close();
        }
    }
}
