package io.fueloptimine.jobs.cli.training;

import io.fueloptimine.jobs.training.RefuelData;
import io.fueloptimine.jobs.training.RefuelResult;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import io.fueloptimine.models.training.evaluation.BootstrapInterval;
import io.fueloptimine.models.training.evaluation.Measure;
import io.fueloptimine.models.training.evaluation.Metrics;
import io.fueloptimine.models.training.refuel.MeanAndDeviation;
import io.fueloptimine.models.training.refuel.RefuelComparison;
import io.fueloptimine.models.training.refuel.RefuelEvaluation;
import java.util.Locale;

/** Formats the results of the model that predicts the litres between two refuellings of a truck. */
final class RefuelText {

    private static final double PERCENT = 100;
    private static final int NAME_WIDTH = 42;

    private RefuelText() {}

    /** Formats the output of {@code fuel train --fms}. */
    static String training(RefuelResult result) {
        String title =
                String.format(
                        Locale.ROOT,
                        "Litres between refuellings, %d-fold cross-validation grouped by truck"
                                + " [95 %% confidence, trucks resampled]",
                        RefuelComparison.FOLDS);
        return data(result) + title + "\n" + evaluations(result) + coefficients(result);
    }

    /** Formats the output of {@code fuel evaluate}. */
    static String evaluation(RefuelResult result) {
        return data(result)
                + "Litres between refuellings, trained on the other folder"
                + " [95 % confidence, trucks resampled]\n"
                + evaluations(result)
                + coefficients(result);
    }

    private static String data(RefuelResult result) {
        RefuelData data = result.data();
        StringBuilder text =
                new StringBuilder(
                        line(
                                "%,d cycles (%,d with a known lift), %,d refuellings: %,d usable"
                                        + " intervals of %,d trucks%n",
                                data.cycles(),
                                data.withLift(),
                                data.refuels(),
                                data.intervals(),
                                data.trucks()));
        result.leftOut().forEach(line -> text.append(line).append(System.lineSeparator()));
        return text.append('\n').toString();
    }

    private static String evaluations(RefuelResult result) {
        StringBuilder text = new StringBuilder();
        text.append(
                line(
                        "%-" + NAME_WIDTH + "s %-23s %-23s %7s %7s",
                        "",
                        "R2",
                        "MAPE %",
                        "MAE L",
                        "bias L"));
        boolean grouped = result.evaluations().get(0).groupings().isPresent();
        text.append(
                grouped
                        ? line(
                                "   R2, MAPE %% over %d random groupings%n",
                                RefuelComparison.GROUPINGS)
                        : line("%n"));
        result.evaluations().forEach(evaluation -> text.append(evaluation(evaluation)));
        RefuelEvaluation model = result.evaluations().get(0);
        text.append(
                line(
                        "The worst 1 %% of the intervals hold %.0f %% of the %s's squared error;"
                                + " the records do not show when a tank was not filled up%n",
                        PERCENT * model.worstShare(), model.name()));
        return text.toString();
    }

    private static String evaluation(RefuelEvaluation evaluation) {
        Metrics metrics = evaluation.evaluation().metrics();
        String columns =
                line(
                        "%-" + NAME_WIDTH + "s %-23s %-23s %7.1f %7.1f",
                        evaluation.name(),
                        withInterval(metrics.r2(), evaluation.evaluation().interval(Measure.R2), 3),
                        withInterval(
                                metrics.mapePct(),
                                evaluation.evaluation().interval(Measure.MAPE),
                                2),
                        metrics.maeL(),
                        metrics.biasL());
        return columns
                + evaluation
                        .groupings()
                        .map(all -> "   " + spread(all.r2(), 3) + ", " + spread(all.mapePct(), 2))
                        .orElse("")
                + System.lineSeparator();
    }

    private static String withInterval(double value, BootstrapInterval interval, int decimals) {
        String number = "%." + decimals + "f";
        return line(
                number + " [" + number + ", " + number + "]",
                value,
                interval.low(),
                interval.high());
    }

    private static String spread(MeanAndDeviation spread, int decimals) {
        return line(
                "%." + decimals + "f +- %." + decimals + "f", spread.mean(), spread.deviation());
    }

    private static String coefficients(RefuelResult result) {
        StringBuilder text = new StringBuilder(line("%nFuel by kind of work, litres per unit%n"));
        for (WorkItem item : WorkItem.values()) {
            double litres = result.model().litresPerUnit().getOrDefault(item, 0.0);
            text.append(line("  %-24s %8.1f%n", item.column(), litres));
        }
        return text.toString();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
