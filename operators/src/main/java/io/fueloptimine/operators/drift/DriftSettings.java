package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.AdwinSettings;
import java.io.Serializable;

/**
 * When a machine's residuals have drifted.
 *
 * @param adwin how sure the detector must be
 * @param minExpectedL windows that should burn less are left out, L: their ratio is noise
 * @param maxRatio bound of the ratio (residual over expected) fed to the detector, either way
 * @param scaleRatio what counts as one in the detector, which is not free of scale. Well under the
 *     usual spread of a window's ratio (0.13 in the simulated mine), it leaves the variance term of
 *     the bound to decide; how many false alarms that costs is measured by the tests, not promised
 *     by the theorem
 * @param minShift the least shift of the mean ratio that is a machine's drift; operators on
 *     identical machines differ by 10 to 12 %, and a shift change is no drift
 */
public record DriftSettings(
        AdwinSettings adwin,
        double minExpectedL,
        double maxRatio,
        double scaleRatio,
        double minShift)
        implements Serializable {

    /**
     * Found by trying on the simulated mine: of scales 0.05 to 0.2 and deltas 0.002 and 0.02, these
     * find a wear of 35 % soonest and raised nothing on 22 healthy trucks in 8 hours.
     */
    public static final DriftSettings DEFAULT =
            new DriftSettings(new AdwinSettings(0.02, 5, 5), 1.5, 1.0, 0.05, 0.18);
}
