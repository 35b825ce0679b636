package io.fueloptimine.models.mine.consumption;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;

/**
 * A lasting change of what machines burn relative to what the model expects, or of the distribution
 * of the model's inputs. One cause gives one event: a drift of many machines at once is one event
 * of their class or of the fleet, and a machine that stays drifted is reported once.
 *
 * <p>Events of earlier releases have only the first eleven components. They are drifts of the
 * residuals of one machine.
 *
 * @param driftId deterministic id: site, machine, metric, detector and time
 * @param site the mine
 * @param machineId the machine; null if the scope is not {@link DriftScope#MACHINE}
 * @param detector the algorithm
 * @param metric the metric that changed, such as {@code residualRatio}
 * @param detectedAt end of the window in which the change was detected (UTC)
 * @param meanBefore mean of the metric before the change
 * @param meanAfter mean of the metric after the change
 * @param samplesBefore number of samples before the change
 * @param samplesAfter number of samples after the change
 * @param modelVersion version of the model that computed the residuals
 * @param kind what changed; {@code PERFORMANCE} if not given
 * @param scope what is concerned; {@code MACHINE} if not given
 * @param subject the machine, class or road segment, or the site if the scope is the fleet
 * @param since the estimated time of the change (UTC); null when unknown
 * @param ended true when an earlier drift of the subject is over; meanBefore is then the mean
 *     during the drift
 * @param cause the suspected cause
 * @param evidence the measurements that suggest the drift and its cause, in words; null without any
 */
public record DriftEvent(
        String driftId,
        String site,
        String machineId,
        DriftDetector detector,
        String metric,
        Instant detectedAt,
        double meanBefore,
        double meanAfter,
        long samplesBefore,
        long samplesAfter,
        String modelVersion,
        DriftKind kind,
        DriftScope scope,
        String subject,
        Instant since,
        boolean ended,
        SuspectedCause cause,
        String evidence)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(DriftEvent.class);

    public DriftEvent {
        kind = kind == null ? DriftKind.PERFORMANCE : kind;
        scope = scope == null ? DriftScope.MACHINE : scope;
        cause = cause == null ? SuspectedCause.UNKNOWN : cause;
        if (subject == null) {
            subject = scope == DriftScope.FLEET ? site : machineId;
        }
        CHECK.required("driftId", driftId)
                .name("site", site)
                .required("detectedAt", detectedAt)
                .required("subject", subject);
        if (scope == DriftScope.MACHINE) {
            CHECK.name("machineId", machineId);
        }
    }

    /** Creates a drift of the residuals of one machine without what later releases add. */
    public DriftEvent(
            String driftId,
            String site,
            String machineId,
            DriftDetector detector,
            String metric,
            Instant detectedAt,
            double meanBefore,
            double meanAfter,
            long samplesBefore,
            long samplesAfter,
            String modelVersion) {
        this(
                driftId,
                site,
                machineId,
                detector,
                metric,
                detectedAt,
                meanBefore,
                meanAfter,
                samplesBefore,
                samplesAfter,
                modelVersion,
                DriftKind.PERFORMANCE,
                DriftScope.MACHINE,
                machineId,
                null,
                false,
                SuspectedCause.UNKNOWN,
                null);
    }

    /** Whether the residuals of one machine have changed. */
    public boolean concernsMachineResiduals() {
        return kind == DriftKind.PERFORMANCE && scope == DriftScope.MACHINE;
    }

    /** The text form of the machine's key, or the site for other scopes. */
    @Override
    public String machineKey() {
        return MachineKey.ofMachineOrSite(site, machineId);
    }
}
