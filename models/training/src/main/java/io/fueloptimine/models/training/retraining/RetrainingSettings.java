package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.drift.BinarySegmentation;
import io.fueloptimine.models.training.Promotion;
import java.time.Duration;

/**
 * The settings of retraining.
 *
 * @param fewestWindows the minimum number of windows in the newest {@link Regime}, without those of
 *     defective trucks
 * @param judgedShare the share of these windows on which champion and candidate are compared, 0 to
 *     1; the newest windows are used for the comparison
 * @param marginPct the minimum reduction of the mean absolute error for a promotion, % of the
 *     champion's error, at the lower end of the 95 % confidence interval over machines
 * @param block the length in event time of a block of windows that gives one sample of the fleet's
 *     residual
 * @param levels detects changes of the fleet's relative residuals
 * @param defectRatio the difference between the relative residuals of a truck and the fleet above
 *     which the truck is left out as defective
 * @param mostDefectiveShare the maximum share of trucks left out as defective, 0 to 1; if more
 *     trucks differ that much, none is left out
 * @param seed the seed of training and resampling
 */
public record RetrainingSettings(
        int fewestWindows,
        double judgedShare,
        double marginPct,
        Duration block,
        BinarySegmentation levels,
        double defectRatio,
        double mostDefectiveShare,
        long seed) {

    /**
     * The default settings. With them, a change is a shift of the fleet's residual by 5 % for half
     * an hour. Operators on identical trucks differ by 10 to 12 %, so a truck that differs by 18 %
     * is regarded as defective. In the simulated mine, 2,000 windows correspond to 77 minutes of 26
     * trucks.
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
