package io.fueloptimine.jobs.cli.drift;

import io.fueloptimine.models.chart.LinesChart;
import io.fueloptimine.models.chart.LinesChart.Line;
import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.chart.Points;
import io.fueloptimine.models.chart.SharesChart;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.registry.FeatureHistogram;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.report.Picture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The pictures of a report of data drift. */
final class DataDriftPictures {

    private static final double MINUTES_PER_HOUR = 60;

    private final ModelRegistry registry;

    DataDriftPictures(ModelRegistry registry) {
        this.registry = registry;
    }

    /**
     * The shares of the bins in the training data and in the compared windows; empty when the
     * registry does not have the histogram.
     */
    Optional<Picture> histogram(DataDrift row) {
        return reference(row).map(reference -> histogram(row, reference));
    }

    private Optional<FeatureHistogram> reference(DataDrift row) {
        try {
            ModelMetadata metadata =
                    registry.metadata(row.modelName(), Integer.parseInt(row.modelVersion()));
            List<FeatureHistogram> ofClass =
                    metadata.classHistograms()
                            .getOrDefault(row.equipmentClass(), metadata.histograms());
            return ofClass.stream()
                    .filter(histogram -> histogram.feature().equals(row.feature()))
                    .filter(histogram -> histogram.shares().size() == counts(row).length)
                    .findFirst();
        } catch (InvalidModelException e) {
            return Optional.empty();
        }
    }

    private static long[] counts(DataDrift row) {
        return Arrays.stream(row.counts().split(",")).mapToLong(Long::parseLong).toArray();
    }

    private static Picture histogram(DataDrift row, FeatureHistogram reference) {
        long[] counts = counts(row);
        List<String> names = new ArrayList<>();
        List<Double> before = new ArrayList<>();
        List<Double> now = new ArrayList<>();
        for (int bin = 0; bin < counts.length; bin++) {
            double share = reference.shares().get(bin);
            if (share > 0 || counts[bin] > 0) {
                names.add(name(reference, bin));
                before.add(share);
                now.add((double) counts[bin] / row.samples());
            }
        }
        String title = row.equipmentClass() + ": " + row.feature();
        String svg =
                new SharesChart(
                                title,
                                "bins, by their lower end",
                                names,
                                "training data, version " + row.modelVersion(),
                                doubles(before),
                                "windows up to " + row.at(),
                                doubles(now))
                        .svg();
        return Picture.named(
                fileName(row) + "-histogram",
                "Histogram of " + title,
                "Share of rows in each bin. Bins are bounded by quantiles of the training data;"
                        + " bins that are empty in both are left out. Below, above: values out of the"
                        + " range of the training data.",
                svg);
    }

    private static String name(FeatureHistogram reference, int bin) {
        int bins = reference.shares().size();
        if (bin == bins - 1) {
            return "missing";
        }
        if (bin == 0) {
            return "below";
        }
        return bin == bins - 2 ? "above" : NumberText.plain(reference.edges().get(bin - 1));
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The measures of a feature over the time of all comparisons. */
    Picture overTime(DataDrift row, List<DataDrift> rows) {
        List<DataDrift> ofFeature =
                rows.stream()
                        .filter(other -> other.equipmentClass().equals(row.equipmentClass()))
                        .filter(other -> other.feature().equals(row.feature()))
                        .filter(other -> other.psi() != null)
                        .toList();
        String title = row.equipmentClass() + ": measures of " + row.feature();
        List<Line> lines =
                List.of(
                        line("PSI beyond chance", ofFeature, one -> one.psi() - one.psiByChance()),
                        line("Jensen-Shannon", ofFeature, DataDrift::jensenShannon),
                        line("Wasserstein", ofFeature, DataDrift::wasserstein),
                        line("Kolmogorov-Smirnov", ofFeature, DataDrift::kolmogorovSmirnov),
                        line("out of range", ofFeature, DataDrift::outOfRangeShare));
        String start = ofFeature.get(0).at().toString();
        return Picture.named(
                fileName(row) + "-over-time",
                title,
                "Measures of the newest day at each comparison. Until a whole day has passed, only"
                        + " values out of range and missing values are judged.",
                new LinesChart(title, "hours after " + start, "measure", lines).svg());
    }

    private static Line line(
            String name, List<DataDrift> rows, Function<DataDrift, Double> measure) {
        double[] x =
                rows.stream()
                        .mapToDouble(
                                row ->
                                        Duration.between(rows.get(0).at(), row.at()).toMinutes()
                                                / MINUTES_PER_HOUR)
                        .toArray();
        return new Line(name, new Points(x, rows.stream().mapToDouble(measure::apply).toArray()));
    }

    /** Letters, digits and dashes only. */
    private static String fileName(DataDrift row) {
        return (row.equipmentClass() + "-" + row.feature())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }
}
