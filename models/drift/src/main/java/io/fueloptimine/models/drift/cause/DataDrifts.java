package io.fueloptimine.models.drift.cause;

import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DataDriftStatus;
import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftKind;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.consumption.SuspectedCause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes events of comparisons of live data with training data. A class whose important features
 * have drifted is one event, whatever the number of features; classes that drift by the same cause
 * at once are one event of the fleet. The event ends when all important features are as in the
 * training data, or when the class is not compared for {@link #WITHOUT_EVIDENCE}, because its
 * machines do not work. Stateless and thread-safe.
 *
 * <p>Important are the features that are measured ({@link #CAUSES}). Those that are computed from
 * them would repeat their drift, and those of the class are constant.
 */
public final class DataDrifts {

    /** The important features of the window model, and what their drift suggests. */
    static final Map<String, SuspectedCause> CAUSES =
            Map.of(
                    "payload_t", SuspectedCause.PAYLOAD_SCALE,
                    "climb_m_per_min", SuspectedCause.WORK_CHANGED,
                    "descent_m_per_min", SuspectedCause.WORK_CHANGED,
                    "mean_speed_kph", SuspectedCause.WORK_CHANGED,
                    "speed_std_kph", SuspectedCause.WORK_CHANGED,
                    "idle_share", SuspectedCause.WORK_CHANGED,
                    "engine_on_share", SuspectedCause.WORK_CHANGED,
                    "mean_elevation_m", SuspectedCause.WORK_CHANGED,
                    "barometric_kpa", SuspectedCause.FUEL_OR_WEATHER,
                    "ambient_c", SuspectedCause.FUEL_OR_WEATHER);

    /** Share of missing values beyond that of the training data from which a sensor has failed. */
    static final double SENSOR_FAILED = 0.2;

    /**
     * After this time without a comparison, in event time, a drift has ended. It is longer than the
     * longest time between two comparisons, a week.
     */
    public static final Duration WITHOUT_EVIDENCE = Duration.ofDays(14);

    /** Stands for the version of the model: nothing was compared. */
    private static final String NO_MODEL = "none";

    private static final int NAMED_FEATURES = 3;

    private DataDrifts() {}

    /** The important features of a class that have drifted, the most drifted first. */
    private record ClassDrift(String name, List<DataDrift> features) {

        SuspectedCause cause() {
            DataDrift first = features.get(0);
            return first.missingShare() != null && first.missingShare() >= SENSOR_FAILED
                    ? SuspectedCause.SENSOR_BIAS
                    : CAUSES.get(first.feature());
        }
    }

    /**
     * The step of the comparisons of one time.
     *
     * @param rows the rows of one or several classes of a site, at one time
     */
    public static OpenDrifts.Step step(OpenDrifts open, List<DataDrift> rows) {
        Map<String, List<DataDrift>> byClass =
                rows.stream()
                        .filter(row -> CAUSES.containsKey(row.feature()))
                        .collect(
                                Collectors.groupingBy(
                                        DataDrift::equipmentClass,
                                        TreeMap::new,
                                        Collectors.toList()));
        Map<String, DriftScope> classes = new TreeMap<>(open.classes());
        List<DriftEvent> events = new ArrayList<>();
        List<ClassDrift> begin = new ArrayList<>();
        byClass.forEach(
                (name, features) -> {
                    List<DataDrift> drifted = drifted(features);
                    if (!classes.containsKey(name) && !drifted.isEmpty()) {
                        begin.add(new ClassDrift(name, drifted));
                    } else if (classes.containsKey(name) && isStable(features)) {
                        end(name, features, classes, events);
                    }
                });
        begin(begin, byClass.size(), classes, events);
        OpenDrifts after =
                rows.isEmpty()
                        ? open
                        : open.withClasses(classes, byClass.keySet(), rows.get(0).at());
        return new OpenDrifts.Step(after, events);
    }

    /** The step that ends the drifts of classes without evidence. */
    public static OpenDrifts.Step forgotten(OpenDrifts open, String site, Instant at) {
        Map<String, DriftScope> classes = new TreeMap<>(open.classes());
        List<DriftEvent> events = new ArrayList<>();
        for (String name : OpenDrifts.unseen(open.classesSeenMs(), at, WITHOUT_EVIDENCE)) {
            DriftScope scope = classes.remove(name);
            if (scope == DriftScope.CLASS || !classes.containsValue(DriftScope.FLEET)) {
                events.add(forgotten(site, scope, scope == DriftScope.FLEET ? site : name, at));
            }
        }
        return new OpenDrifts.Step(open.withClasses(classes, Set.of(), at), events);
    }

    private static DriftEvent forgotten(String site, DriftScope scope, String subject, Instant at) {
        return new DriftEvent(
                driftId(site, scope, subject, DataDrift.ALL_FEATURES, at),
                site,
                null,
                DriftDetector.DISTRIBUTION,
                DataDrift.ALL_FEATURES,
                at,
                0,
                0,
                0,
                0,
                NO_MODEL,
                DriftKind.DATA,
                scope,
                subject,
                null,
                true,
                SuspectedCause.UNKNOWN,
                "no comparison for " + WITHOUT_EVIDENCE.toDays() + " days");
    }

    private static String driftId(
            String site, DriftScope scope, String subject, String feature, Instant at) {
        return String.join(
                "/",
                site,
                DriftKind.DATA.name(),
                scope.name(),
                subject,
                feature,
                Long.toString(at.toEpochMilli()));
    }

    private static List<DataDrift> drifted(List<DataDrift> features) {
        return features.stream()
                .filter(row -> row.status() == DataDriftStatus.DRIFTED)
                .sorted(
                        Comparator.comparingDouble((DataDrift row) -> -psi(row))
                                .thenComparing(DataDrift::feature))
                .toList();
    }

    private static boolean isStable(List<DataDrift> features) {
        return features.stream().allMatch(row -> row.status() == DataDriftStatus.STABLE);
    }

    private static void begin(
            List<ClassDrift> begin,
            int compared,
            Map<String, DriftScope> classes,
            List<DriftEvent> events) {
        boolean sameCause =
                begin.stream().map(ClassDrift::cause).distinct().count() == 1
                        && begin.size() >= 2
                        && begin.size() == compared;
        if (sameCause) {
            begin.forEach(drift -> classes.put(drift.name(), DriftScope.FLEET));
            events.add(event(begin.get(0), DriftScope.FLEET, false));
            return;
        }
        for (ClassDrift drift : begin) {
            classes.put(drift.name(), DriftScope.CLASS);
            events.add(event(drift, DriftScope.CLASS, false));
        }
    }

    private static void end(
            String name,
            List<DataDrift> features,
            Map<String, DriftScope> classes,
            List<DriftEvent> events) {
        DriftScope scope = classes.remove(name);
        if (scope == DriftScope.CLASS || !classes.containsValue(DriftScope.FLEET)) {
            List<DataDrift> first =
                    features.stream().sorted(Comparator.comparing(DataDrift::feature)).toList();
            events.add(event(new ClassDrift(name, first), scope, true));
        }
    }

    private static DriftEvent event(ClassDrift drift, DriftScope scope, boolean ended) {
        DataDrift first = drift.features().get(0);
        String subject = scope == DriftScope.FLEET ? first.site() : drift.name();
        return new DriftEvent(
                driftId(first.site(), scope, subject, first.feature(), first.at()),
                first.site(),
                null,
                DriftDetector.DISTRIBUTION,
                first.feature(),
                first.at(),
                first.psiByChance() == null ? 0 : first.psiByChance(),
                psi(first),
                0,
                first.samples(),
                first.modelVersion(),
                DriftKind.DATA,
                scope,
                subject,
                first.since(),
                ended,
                drift.cause(),
                ended ? "all measured features" : evidence(drift));
    }

    private static String evidence(ClassDrift drift) {
        Function<DataDrift, String> words =
                row -> String.format(Locale.ROOT, "%s (PSI %.2f)", row.feature(), psi(row));
        String named =
                drift.features().stream()
                        .limit(NAMED_FEATURES)
                        .map(words)
                        .collect(Collectors.joining(", "));
        int more = drift.features().size() - NAMED_FEATURES;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private static double psi(DataDrift row) {
        return row.psi() == null ? 0 : row.psi();
    }
}
