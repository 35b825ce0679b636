package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.drift.BinarySegmentation;
import io.fueloptimine.models.training.Promotion;
import java.time.Duration;

/**
 * What retraining goes by.
 *
 * @param fewestWindows that the newest regime must have, of trucks in health
 * @param judgedShare of them, the newest, on which champion and candidate are compared, 0 to 1
 * @param marginPct by how much the candidate's MAE must be smaller to be promoted, % of the
 *     champion's, at the lower end of the interval of 95 % confidence over machines
 * @param block of event time that is one sample of the fleet's residuals
 * @param levels what a change of the fleet's residuals is, in samples and residual over expected
 *     litres
 * @param sickRatio how far a truck's residual over expected litres may lie from the fleet's before
 *     it is left out: what it burns is not what trucks should burn
 * @param mostSickShare of the trucks that may be left out so, 0 to 1; where more are that far away,
 *     none is
 * @param seed of training and resampling
 */
public record RetrainingSettings(
        int fewestWindows,
        double judgedShare,
        double marginPct,
        Duration block,
        BinarySegmentation levels,
        double sickRatio,
        double mostSickShare,
        long seed) {

    /**
     * A change is half an hour of the fleet 5 % away from before. Operators on identical trucks
     * differ by 10 to 12 %, so a truck 18 % away is sick. In the simulated mine 2,000 windows are
     * 77 minutes of 26 trucks.
     */
    public static final RetrainingSettings DEFAULT =
            new RetrainingSettings(
                    2_000,
                    0.3,
                    Promotion.USUAL_MARGIN_PCT,
                    Duration.ofMinutes(5),
                    new BinarySegmentation(6, 0.05, 4),
                    0.18,
                    0.25,
                    7);
}
