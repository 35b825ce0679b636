package io.fueloptimine.models.mine.consumption;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;

/**
 * A lasting change of a machine's fuel residuals.
 *
 * @param driftId deterministic id: site, machine, metric, detector and time
 * @param site the mine
 * @param machineId the machine
 * @param detector the algorithm
 * @param metric the metric that changed, such as {@code residualRatio}
 * @param detectedAt end of the window in which the change was detected (UTC)
 * @param meanBefore mean of the metric before the change
 * @param meanAfter mean of the metric after the change
 * @param samplesBefore number of samples before the change, which the detector dropped
 * @param samplesAfter number of samples after the change, which the detector kept
 * @param modelVersion version of the model that computed the residuals
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
