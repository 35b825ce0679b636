package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.training.evaluation.BootstrapInterval;
import io.fueloptimine.models.training.evaluation.Metrics;
import io.fueloptimine.models.training.evaluation.PairedComparison;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The errors of a model and of its rivals on held-out machines: a cross-validation grouped by
 * machine, in which the model and every fitted rival predict only machines of other folds.
 *
 * @param rows the number of rows
 * @param machines the number of machines
 * @param errors the errors, the model first, then the rivals by falling error, then the average
 *     truck where it is known
 */
public record HeldOutErrors(int rows, int machines, List<Error> errors) {

    /**
     * The name of the error of an average truck with an average operator; a model with a smaller
     * error would know the engine and the operator of machines that it has never seen.
     */
    public static final String AVERAGE_TRUCK = "average-truck";

    /**
     * The error of one predictor.
     *
     * @param predictor its name
     * @param maeL mean absolute error, L
     * @param rmseL root of the mean squared error, L
     * @param gainPct by how much the MAE of the model is smaller, % of this MAE; NaN for the model
     *     itself
     * @param gainPctInterval the 95 % confidence interval of the gain over machines
     */
    public record Error(
            String predictor,
            double maeL,
            double rmseL,
            double gainPct,
            BootstrapInterval gainPctInterval) {}

    /** The floor of the percentage error, which is not used here, L. */
    private static final double ANY_FLOOR_L = 1;

    public HeldOutErrors {
        errors = List.copyOf(errors);
    }

    static HeldOutErrors of(
            List<PredictedRow> model,
            Map<String, List<PredictedRow>> rivals,
            List<PredictedRow> averageTruck,
            long seed) {
        List<Error> errors = new ArrayList<>();
        Metrics own = Metrics.of(model, ANY_FLOOR_L);
        errors.add(
                new Error(
                        ModelMetadata.MODEL,
                        own.maeL(),
                        own.rmseL(),
                        Double.NaN,
                        BootstrapInterval.UNKNOWN));
        rivals.entrySet().stream()
                .map(rival -> error(rival.getKey(), rival.getValue(), model, seed))
                .sorted((one, other) -> Double.compare(other.maeL(), one.maeL()))
                .forEach(errors::add);
        if (!averageTruck.isEmpty()) {
            errors.add(error(AVERAGE_TRUCK, averageTruck, model, seed));
        }
        long machines = model.stream().map(PredictedRow::machineId).distinct().count();
        return new HeldOutErrors(model.size(), (int) machines, errors);
    }

    /**
     * The litres of an average truck and operator as predictions of all rows; empty when they are
     * unknown for any row.
     */
    static List<PredictedRow> averageTruck(TrainingTable table) {
        List<RowOrigin> origins = table.origins();
        if (origins.stream().anyMatch(origin -> Double.isNaN(origin.averageL()))) {
            return List.of();
        }
        return IntStream.range(0, table.rows())
                .mapToObj(
                        row ->
                                new PredictedRow(
                                        origins.get(row).machineId(),
                                        origins.get(row).equipmentClass(),
                                        origins.get(row).route(),
                                        origins.get(row).gradeBand(),
                                        table.litres(row),
                                        origins.get(row).averageL(),
                                        Double.NaN,
                                        Double.NaN))
                .toList();
    }

    /** The error of a predictor. */
    public Error of(String predictor) {
        return errors.stream()
                .filter(error -> error.predictor().equals(predictor))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no predictor " + predictor));
    }

    /** The errors as lines of a table in Markdown. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| predictor | MAE, L | RMSE, L | MAE of the model is smaller by, % |\n");
        text.append("| --- | ---: | ---: | ---: |\n");
        for (Error error : errors) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %.4g | %.4g | %s |%n",
                            error.predictor(),
                            error.maeL(),
                            error.rmseL(),
                            gain(error)));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String gain(Error error) {
        if (Double.isNaN(error.gainPct())) {
            return "";
        }
        BootstrapInterval interval = error.gainPctInterval();
        return String.format(Locale.ROOT, "%.1f", error.gainPct())
                + (interval.known()
                        ? String.format(
                                Locale.ROOT, " (%.1f to %.1f)", interval.low(), interval.high())
                        : "");
    }

    private static Error error(
            String name, List<PredictedRow> rival, List<PredictedRow> model, long seed) {
        PairedComparison gain = PairedComparison.of(rival, model, seed);
        return new Error(
                name,
                gain.mae().championL(),
                Metrics.of(rival, ANY_FLOOR_L).rmseL(),
                gain.mae().gainPct(),
                gain.mae().gainPctInterval());
    }
}
