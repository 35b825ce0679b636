package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.AdwinSettings;
import java.io.Serializable;

/**
 * When a machine's residuals have drifted.
 *
 * @param adwin how sure the detector must be
 * @param minExpectedL windows that should burn less are left out, L: their ratio is noise
 * @param maxRatio bound of the ratio (residual over expected) fed to the detector, either way
 * @param usualRatio the ratio's usual spread within one machine; the detector is fed multiples of
 *     it, since it is not free of scale
 * @param minShift the least shift of the mean ratio that is a machine's drift; operators on
 *     identical machines differ by 10 to 12 %, and a shift change is no drift
 * @param retrainEveryH at most one retrain request in so many hours of event time
 */
public record DriftSettings(
        AdwinSettings adwin,
        double minExpectedL,
        double maxRatio,
        double usualRatio,
        double minShift,
        int retrainEveryH)
        implements Serializable {

    public static final DriftSettings DEFAULT =
            new DriftSettings(AdwinSettings.DEFAULT, 1.5, 1.0, 0.2, 0.18, 6);
}
