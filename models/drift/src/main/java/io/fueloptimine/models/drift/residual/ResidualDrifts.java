package io.fueloptimine.models.drift.residual;

import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftKind;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.consumption.SuspectedCause;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;

/**
 * Makes the events of changes of residual ratios at one site under one model version. Immutable and
 * thread-safe.
 *
 * @param site the mine
 * @param modelVersion the version of the model that computed the residuals
 */
public record ResidualDrifts(String site, String modelVersion) {

    /** The metric of the events: litres burnt over litres expected, minus 1. */
    public static final String METRIC = "residualRatio";

    /** The metric of the events that end drifts because a model version was replaced. */
    public static final String MODEL_METRIC = "modelVersion";

    /**
     * The event of a change of one truck.
     *
     * @param at end of the window in which the change was detected (UTC)
     */
    public DriftEvent ofTruck(
            String machineId, ResidualChange change, TruckDrift truck, Instant at) {
        return event(
                DriftScope.MACHINE,
                machineId,
                METRIC,
                change,
                at,
                CauseRules.ofTruck(truck.works(), change),
                evidence(change, truck.works(), 1));
    }

    /**
     * The event of a change of a class or of the fleet.
     *
     * @param trucks all trucks of the site
     * @param at end of the block in which the change was detected (UTC)
     */
    public DriftEvent ofGroup(
            SiteDrift.GroupChange group, Collection<TruckDrift> trucks, Instant at) {
        boolean fleet = group.group().equals(SiteDrift.FLEET);
        WorkRatios works =
                trucks.stream()
                        .filter(truck -> fleet || truck.truckClass().equals(group.group()))
                        .map(TruckDrift::works)
                        .reduce(WorkRatios.NONE, WorkRatios::plus);
        return event(
                fleet ? DriftScope.FLEET : DriftScope.CLASS,
                fleet ? site : group.group(),
                METRIC,
                group.change(),
                at,
                CauseRules.ofGroup(works),
                evidence(group.change(), works, group.trucks()));
    }

    /**
     * The event that ends a drift because another model version replaced the one that it was
     * measured with.
     */
    public DriftEvent replaced(DriftScope scope, String subject, double ratio, Instant at) {
        return event(
                scope,
                subject,
                MODEL_METRIC,
                new ResidualChange(false, ratio, 0, 0, 0, at.toEpochMilli(), true),
                at,
                SuspectedCause.MODEL_REPLACED,
                null);
    }

    private DriftEvent event(
            DriftScope scope,
            String subject,
            String metric,
            ResidualChange change,
            Instant at,
            SuspectedCause cause,
            String evidence) {
        DriftDetector detector = change.step() ? DriftDetector.ADWIN : DriftDetector.CUSUM;
        return new DriftEvent(
                String.join(
                        "/",
                        scope == DriftScope.MACHINE
                                ? site + "/" + subject
                                : site + "/" + scope + "/" + subject,
                        metric,
                        detector.name(),
                        Long.toString(at.toEpochMilli())),
                site,
                scope == DriftScope.MACHINE ? subject : null,
                detector,
                metric,
                at,
                change.ratioBefore(),
                change.ratioAfter(),
                change.samplesBefore(),
                change.samplesAfter(),
                modelVersion,
                DriftKind.PERFORMANCE,
                scope,
                subject,
                Instant.ofEpochMilli(change.sinceMs()),
                change.ended(),
                cause,
                evidence);
    }

    private static String evidence(ResidualChange change, WorkRatios works, int trucks) {
        return String.format(
                Locale.ROOT,
                "%s: %+.1f %% of the expected litres in %d samples against %+.1f %% in %d; lately"
                        + " against the hours before: %s; %d truck%s",
                change.step() ? "a step" : "a lasting excess",
                100 * change.ratioAfter(),
                change.samplesAfter(),
                100 * change.ratioBefore(),
                change.samplesBefore(),
                CauseRules.words(works),
                trucks,
                trucks == 1 ? "" : "s");
    }
}
