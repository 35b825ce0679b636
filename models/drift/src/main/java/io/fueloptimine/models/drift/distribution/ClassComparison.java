package io.fueloptimine.models.drift.distribution;

import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DataDriftStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The windows of one machine class of one site against the training data of the champion.
 *
 * @param site the mine
 * @param equipmentClass the machine class
 * @param modelName the name of the champion
 * @param modelVersion the version of the champion
 * @param since start of the windows
 * @param at end of the windows
 * @param wholeSpan whether the windows span the whole time that is to be compared
 */
public record ClassComparison(
        String site,
        String equipmentClass,
        String modelName,
        String modelVersion,
        Instant since,
        Instant at,
        boolean wholeSpan) {

    /**
     * Compares all features.
     *
     * @param counts the number of windows in each bin, as {@link FeatureReferences} counts them
     * @return one row for each feature, in their order
     */
    public List<DataDrift> rows(
            FeatureReferences references, long[] counts, DataDriftSettings settings) {
        List<FeatureShift> shifts = references.compare(counts);
        List<List<String>> exceeded = new ArrayList<>();
        for (FeatureShift shift : shifts) {
            exceeded.add(shift.shift().exceeded(settings.distributions(), wholeSpan));
        }
        long drifted = exceeded.stream().filter(measures -> !measures.isEmpty()).count();
        double share = (double) drifted / shifts.size();
        List<DataDrift> rows = new ArrayList<>();
        for (int i = 0; i < shifts.size(); i++) {
            rows.add(row(shifts.get(i), exceeded.get(i), share, settings));
        }
        return rows;
    }

    private DataDrift row(
            FeatureShift feature,
            List<String> exceeded,
            double driftedShare,
            DataDriftSettings settings) {
        DistributionShift shift = feature.shift();
        return new DataDrift(
                site,
                equipmentClass,
                feature.feature(),
                at,
                since,
                modelName,
                modelVersion,
                shift.samples(),
                shift.psi(),
                shift.psiByChance(),
                shift.kullbackLeibler(),
                shift.jensenShannon(),
                shift.wasserstein(),
                shift.kolmogorovSmirnov(),
                shift.outOfRangeShare(),
                shift.missingShare(),
                status(shift, exceeded, settings),
                exceeded.isEmpty() ? null : String.join(", ", exceeded),
                Arrays.stream(feature.counts())
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(",")),
                driftedShare);
    }

    private DataDriftStatus status(
            DistributionShift shift, List<String> exceeded, DataDriftSettings settings) {
        if (shift.isTooSmall(settings.distributions())) {
            return DataDriftStatus.TOO_FEW;
        }
        if (!exceeded.isEmpty()) {
            return DataDriftStatus.DRIFTED;
        }
        return wholeSpan ? DataDriftStatus.STABLE : DataDriftStatus.PART_OF_DAY;
    }

    /**
     * The row that says that nothing was compared, because the champion has no histograms of the
     * machine class.
     *
     * @param windows number of windows since the last comparison
     */
    public DataDrift withoutReference(long windows) {
        return new DataDrift(
                site,
                equipmentClass,
                DataDrift.ALL_FEATURES,
                at,
                since,
                modelName,
                modelVersion,
                windows,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                DataDriftStatus.NO_REFERENCE,
                null,
                null,
                null);
    }
}
