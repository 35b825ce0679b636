package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * A lasting change of a machine's fuel residuals.
 *
 * @param driftId deterministic: site, machine, metric, detector and time
 * @param site the mine
 * @param machineId the machine
 * @param detector the algorithm
 * @param metric what changed, such as {@code residualRatio}
 * @param detectedAt end of the window in which it was detected (UTC)
 * @param meanBefore the metric's mean before
 * @param meanAfter the metric's mean after
 * @param samplesBefore how many samples the detector dropped
 * @param samplesAfter how many it kept
 * @param modelVersion the model the residuals belong to
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
        String modelVersion)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(DriftEvent.class);

    public DriftEvent {
        CHECK.required("driftId", driftId)
                .name("site", site)
                .name("machineId", machineId)
                .required("detectedAt", detectedAt);
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, machineId);
    }
}
