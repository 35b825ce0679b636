package io.fueloptimine.operators.score;

import io.fueloptimine.models.fuel.SiteClasses;
import io.fueloptimine.models.fuel.scoring.CurrentModels;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.ScoredWindow;
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
 * Scores fuel windows with the registry's champion, and beside it with its challenger, and changes
 * over to new versions when one is announced, between two windows: each window is scored once, by
 * one pair of versions.
 *
 * <p>Which versions score is the registry's word: an announcement only says "look again", so that
 * old announcements, read again after a restart, do no harm, and nothing needs to be kept in state.
 * Models are loaded beside the task's thread ({@link CurrentModels}); only the start waits for
 * them, so that no window is scored by physics just because it came early. What cannot be loaded
 * never stops the job, and is tried again every minute.
 */
public final class ScoreWindows
        extends KeyedBroadcastProcessFunction<String, FuelWindow, ModelAnnouncement, ScoredWindow> {

    /** How announcements are broadcast; nothing is kept in it, the registry remembers. */
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
     * A scorer for the windows of several mines.
     *
     * @param registryRoot the model registry's folder, readable where the job runs
     * @param modelName such as {@code fuel-window}
     * @param mines their truck classes and auxiliary machines; a window of another site is scored
     *     with the standard classes and counted as {@code windowsOfUnknownSites}
     */
    public ScoreWindows(
            Path registryRoot, String modelName, MineSites mines, ScoreSettings settings) {
        this(registryRoot, modelName, mines, settings, CurrentModels::loaderThread);
    }

    /** A scorer whose models are loaded by an executor of the caller's making. */
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
