package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.distribution.ClassComparison;
import io.fueloptimine.models.drift.distribution.ClassProgress;
import io.fueloptimine.models.drift.distribution.DataDriftSettings;
import io.fueloptimine.models.drift.distribution.FeatureReferences;
import io.fueloptimine.models.fuel.SiteClasses;
import io.fueloptimine.models.fuel.scoring.CurrentModels;
import io.fueloptimine.models.fuel.scoring.ScoringModels.Numbered;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.operators.score.ScoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the features of live windows with the training data of the registry's champion, for each
 * site and machine class, at full hours of event time ({@link DataDriftSettings}). Emits one row
 * for each feature of a comparison, or one row that says that the champion has no histograms of the
 * class. Key the stream by {@link #keyOf}.
 *
 * <p>The first results of windows of haul trucks are counted ({@link #isCompared}), hour by hour in
 * the bins of the champion's histograms. A new champion has other bins, so that counting begins
 * again. The champion is loaded on a separate thread, as in {@code ScoreWindows}; windows that come
 * before it is loaded after a restart are left out and counted as {@code windowsWithoutReference}.
 *
 * <p>State per site and class: counts of the compared hours, which a timer removes; all of it
 * expires 30 days after the last window of the class. Metrics: {@code classesCompared}, {@code
 * classesDrifted} (comparisons with at least the limit of drifted features), {@code
 * featuresDrifted}, {@code driftedFeatureShare} (latest comparison), {@code
 * windowsWithoutReference}, {@code windowsTooOld}.
 */
public final class CompareFeatures
        extends KeyedBroadcastProcessFunction<String, ScoredWindow, ModelAnnouncement, DataDrift> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CompareFeatures.class);
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final String UNKNOWN_CLASS = "unknown";

    private final String registryRoot;
    private final String modelName;
    private final MineSites mines;
    private final ScoreSettings start;
    private final DataDriftSettings settings;
    private final SerializableSupplier<ScheduledExecutorService> loader;

    private transient CurrentModels models;
    private transient DataDriftMetrics metrics;
    private transient ValueState<ClassProgress> progress;
    private transient MapState<Long, int[]> hours;

    /** Classes and versions without histograms that the log already names. */
    private transient Set<String> logged;

    /**
     * Creates the operator.
     *
     * @param registryRoot the model registry's folder, readable where the job runs
     * @param modelName the name of the model, such as {@code fuel-window}
     * @param start how long the start waits for the champion
     */
    public CompareFeatures(
            Path registryRoot,
            String modelName,
            MineSites mines,
            ScoreSettings start,
            DataDriftSettings settings) {
        this(registryRoot, modelName, mines, start, settings, CurrentModels::loaderThread);
    }

    /** Creates the operator with another executor for loading models. */
    CompareFeatures(
            Path registryRoot,
            String modelName,
            MineSites mines,
            ScoreSettings start,
            DataDriftSettings settings,
            SerializableSupplier<ScheduledExecutorService> loader) {
        this.registryRoot = registryRoot.toString();
        this.modelName = modelName;
        this.mines = mines;
        this.start = start;
        this.settings = settings;
        this.loader = loader;
    }

    /** Whether a window is compared: the first result of a window of a haul truck. */
    public static boolean isCompared(ScoredWindow score) {
        return score.window().kind() == EquipmentKind.HAULTRUCK && score.window().revision() == 0;
    }

    /** The key of a window: site and machine class. */
    public static String keyOf(ScoredWindow score) {
        String equipmentClass = score.window().equipmentClass();
        return score.site() + "/" + (equipmentClass == null ? UNKNOWN_CLASS : equipmentClass);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        StateTtlConfig expiry = StateTtlConfig.newBuilder(RETENTION).build();
        ValueStateDescriptor<ClassProgress> compared =
                new ValueStateDescriptor<>("compared", Types.POJO(ClassProgress.class));
        compared.enableTimeToLive(expiry);
        progress = getRuntimeContext().getState(compared);
        MapStateDescriptor<Long, int[]> counts =
                new MapStateDescriptor<>(
                        "counts-by-hour",
                        Types.LONG,
                        PrimitiveArrayTypeInfo.INT_PRIMITIVE_ARRAY_TYPE_INFO);
        counts.enableTimeToLive(expiry);
        hours = getRuntimeContext().getMapState(counts);
        metrics = new DataDriftMetrics(getRuntimeContext().getMetricGroup());
        logged = new HashSet<>();
        models =
                new CurrentModels(
                        Path.of(registryRoot), SiteClasses.of(mines), modelName, loader.get());
        models.lookAndWait(start.startWait());
    }

    @Override
    public void processElement(
            ScoredWindow score, ReadOnlyContext context, Collector<DataDrift> out)
            throws Exception {
        FuelWindow window = score.window();
        Numbered champion = models.now().champion();
        ClassProgress before = progress.value();
        if (before != null && champion.version() == 0 && !isOf(before, champion)) {
            metrics.windowWithoutReference();
            return;
        }
        long hour = ClassProgress.hourOf(window.start());
        if (before == null || !isOf(before, champion)) {
            hours.clear();
            before = ClassProgress.before(versionOf(champion), hour);
        }
        if (before.isTooOld(hour, settings)) {
            metrics.windowTooOld();
            return;
        }
        Optional<FeatureReferences> references = champion.references().of(window.equipmentClass());
        int[] counts = countsOf(hour, references.map(FeatureReferences::bins).orElse(0));
        if (references.isPresent()) {
            references.get().count(champion.model().features(window), counts, 0);
        } else {
            metrics.windowWithoutReference();
        }
        counts[counts.length - 1]++;
        hours.put(hour, counts);
        progress.update(before.counted(hour, settings));
        context.timerService().registerEventTimeTimer(hour + ClassProgress.HOUR_MS);
    }

    /** The number of windows in each bin in an hour, and behind it the number of windows. */
    private int[] countsOf(long hour, int bins) throws Exception {
        int[] counts = hours.get(hour);
        return counts == null || counts.length != bins + 1 ? new int[bins + 1] : counts;
    }

    /** The number of windows that begin at a time or later. */
    private int windowsFrom(long atMs) throws Exception {
        int windows = 0;
        for (Map.Entry<Long, int[]> hour : hours.entries()) {
            if (hour.getKey() >= atMs) {
                windows += hour.getValue()[hour.getValue().length - 1];
            }
        }
        return windows;
    }

    @Override
    public void processBroadcastElement(
            ModelAnnouncement announcement, Context context, Collector<DataDrift> out) {
        if (modelName.equals(announcement.name())) {
            models.lookAgain();
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DataDrift> out)
            throws Exception {
        Numbered champion = models.now().champion();
        ClassProgress before = progress.value();
        int later = windowsFrom(timestamp);
        if (before == null
                || !isOf(before, champion)
                || !before.isDue(timestamp, later, settings)) {
            return;
        }
        String key = context.getCurrentKey();
        int slash = key.indexOf('/');
        String equipmentClass = key.substring(slash + 1);
        long sinceMs = Math.max(before.firstHourMs(), timestamp - settings.span().toMillis());
        ClassComparison comparison =
                new ClassComparison(
                        key.substring(0, slash),
                        equipmentClass,
                        champion.model().name(),
                        versionOf(champion),
                        Instant.ofEpochMilli(sinceMs),
                        Instant.ofEpochMilli(timestamp),
                        before.isWholeSpan(timestamp, settings));
        Optional<FeatureReferences> references = champion.references().of(equipmentClass);
        if (references.isPresent()) {
            compare(comparison, references.get(), out);
        } else {
            logOnce(comparison);
            out.collect(comparison.withoutReference(before.newWindows() - later));
        }
        progress.update(before.compared(timestamp, later));
    }

    private void compare(
            ClassComparison comparison, FeatureReferences references, Collector<DataDrift> out)
            throws Exception {
        long sinceMs = comparison.since().toEpochMilli();
        long atMs = comparison.at().toEpochMilli();
        long[] counts = new long[references.bins()];
        boolean isEmpty = true;
        List<Long> forgotten = new ArrayList<>();
        for (Map.Entry<Long, int[]> hour : hours.entries()) {
            if (hour.getKey() < sinceMs) {
                forgotten.add(hour.getKey());
            } else if (hour.getKey() < atMs) {
                isEmpty = false;
                for (int bin = 0; bin < counts.length; bin++) {
                    counts[bin] += hour.getValue()[bin];
                }
            }
        }
        for (Long hour : forgotten) {
            hours.remove(hour);
        }
        if (!isEmpty) {
            List<DataDrift> rows = comparison.rows(references, counts, settings);
            metrics.compared(rows, settings.driftedShare());
            rows.forEach(out::collect);
        }
    }

    private void logOnce(ClassComparison comparison) {
        String what = comparison.equipmentClass() + "/" + comparison.modelVersion();
        if (logged.add(what)) {
            LOG.warn(
                    "{} version {} has no histograms of class {}: its live data are not compared"
                            + " with training data",
                    comparison.modelName(),
                    comparison.modelVersion(),
                    comparison.equipmentClass());
        }
    }

    private static boolean isOf(ClassProgress known, Numbered champion) {
        return known.modelVersion().equals(versionOf(champion));
    }

    private static String versionOf(Numbered champion) {
        return Integer.toString(champion.version());
    }

    @Override
    public void close() {
        if (models != null) {
            models.close();
        }
    }
}
