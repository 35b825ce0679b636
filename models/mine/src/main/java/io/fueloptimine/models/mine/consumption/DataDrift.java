package io.fueloptimine.models.mine.consumption;

import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;

/**
 * One feature of the fuel windows of one machine class, compared with the training data of the
 * champion. The measures are effect sizes: they do not grow with the number of windows. They are
 * null if nothing was compared ({@link DataDriftStatus#NO_REFERENCE}).
 *
 * @param site the mine
 * @param equipmentClass the machine class
 * @param feature the feature; {@link #ALL_FEATURES} if the champion has no histograms of the class
 * @param at end of the compared windows (UTC)
 * @param since start of the compared windows (UTC)
 * @param modelName the name of the champion
 * @param modelVersion the version of the champion
 * @param samples number of compared windows
 * @param psi population stability index, nats
 * @param psiByChance mean PSI of this number of windows without a drift, nats
 * @param kullbackLeibler Kullback-Leibler divergence of the windows from the training data, nats
 * @param jensenShannon Jensen-Shannon divergence, bits, 0 to 1
 * @param wasserstein Wasserstein distance, share of the range in the training data, 0 to 1
 * @param kolmogorovSmirnov Kolmogorov-Smirnov distance, 0 to 1
 * @param outOfRangeShare share of the values outside the range in the training data, 0 to 1
 * @param missingShare share of missing values minus that in the training data, -1 to 1
 * @param status the result
 * @param exceeded the measures that exceed their limits, each with value and limit; null if none
 * @param counts the number of windows in each bin of the champion's histogram, separated by commas;
 *     null if nothing was compared
 * @param driftedShare share of the features of the class that have drifted in this comparison, 0 to
 *     1; null if nothing was compared
 */
public record DataDrift(
        String site,
        String equipmentClass,
        String feature,
        Instant at,
        Instant since,
        String modelName,
        String modelVersion,
        long samples,
        Double psi,
        Double psiByChance,
        Double kullbackLeibler,
        Double jensenShannon,
        Double wasserstein,
        Double kolmogorovSmirnov,
        Double outOfRangeShare,
        Double missingShare,
        DataDriftStatus status,
        String exceeded,
        String counts,
        Double driftedShare) {

    /** Stands for all features, if none was compared. */
    public static final String ALL_FEATURES = "*";

    private static final FieldCheck CHECK = new FieldCheck(DataDrift.class);

    public DataDrift {
        CHECK.name("site", site)
                .name("equipmentClass", equipmentClass)
                .required("feature", feature)
                .required("at", at)
                .required("status", status);
    }
}
