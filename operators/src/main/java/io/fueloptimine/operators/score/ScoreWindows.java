package io.fueloptimine.operators.score;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.ScoredWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores fuel windows with the registry's champion, and changes over to a new champion when one is
 * announced, between two windows.
 *
 * <p>Which version scores is the registry's word: an announcement only says "look again", so that
 * old announcements, read again after a restart, do no harm. What cannot be loaded never stops the
 * job: the model in use stays, at the start physics, and the refusal is counted and logged.
 */
public final class ScoreWindows
        extends KeyedBroadcastProcessFunction<String, FuelWindow, ModelAnnouncement, ScoredWindow> {

    /** How announcements are broadcast; nothing is kept in it, the registry remembers. */
    public static final MapStateDescriptor<String, ModelAnnouncement> ANNOUNCEMENTS =
            new MapStateDescriptor<>(
                    "announcements", Types.STRING, Types.POJO(ModelAnnouncement.class));

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ScoreWindows.class);

    /** Weight of the newest window in the mean shown. */
    private static final double NEWEST = 0.01;

    private final String registryRoot;
    private final String modelName;
    private final byte[] mineJson;

    private transient ModelRegistry registry;
    private transient FuelModel model;
    private transient Counter windowsScored;
    private transient Counter modelsRefused;

    /** The registry's number of the model in use; 0 for physics. */
    private transient int versionInUse;

    private transient double meanResidualL;

    /**
     * A scorer for one mine.
     *
     * @param registryRoot the model registry's folder, readable where the job runs
     * @param modelName such as {@code fuel-window}
     * @param mine its truck classes and auxiliary machines
     */
    public ScoreWindows(Path registryRoot, String modelName, MineSite mine) {
        this.registryRoot = registryRoot.toString();
        this.modelName = modelName;
        this.mineJson = MineJson.toBytes(mine);
    }

    @Override
    public void open(OpenContext context) throws IOException {
        MineSite mine = MineJson.fromBytes(mineJson, MineSite.class);
        MachineClasses classes = MachineClasses.standard().with(MachineClasses.of(mine));
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        windowsScored = metrics.counter("windowsScored");
        modelsRefused = metrics.counter("modelsRefused");
        metrics.gauge("modelVersion", () -> versionInUse);
        metrics.gauge("meanResidualL", () -> meanResidualL);
        registry = new ModelRegistry(Path.of(registryRoot), classes);
        model = new PhysicsModel(classes);
        lookAgain();
    }

    @Override
    public void processElement(
            FuelWindow window, ReadOnlyContext context, Collector<ScoredWindow> out) {
        ScoredWindow score = model.score(window);
        windowsScored.inc();
        meanResidualL += NEWEST * (score.residualL() - meanResidualL);
        out.collect(score);
    }

    @Override
    public void processBroadcastElement(
            ModelAnnouncement announcement, Context context, Collector<ScoredWindow> out) {
        if (modelName.equals(announcement.name())) {
            lookAgain();
        }
    }

    private void lookAgain() {
        try {
            OptionalInt champion = registry.championVersion(modelName);
            if (champion.isEmpty()) {
                LOG.info("No champion of {} yet, {} scores", modelName, model.name());
            } else if (champion.getAsInt() != versionInUse) {
                model = registry.load(modelName, champion.getAsInt());
                versionInUse = champion.getAsInt();
                LOG.info("{} version {} scores from now on", model.name(), model.version());
            }
        } catch (InvalidModelException | UncheckedIOException e) {
            modelsRefused.inc();
            LOG.warn("The champion of {} cannot be used, {} stays", modelName, model.name(), e);
        }
    }
}
