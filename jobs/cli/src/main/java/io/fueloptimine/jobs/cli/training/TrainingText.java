package io.fueloptimine.jobs.cli.training;

import io.fueloptimine.jobs.training.TrainingResult;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.training.HeldOutErrors;
import io.fueloptimine.models.training.evaluation.BootstrapInterval;
import io.fueloptimine.models.training.evaluation.Evaluation;
import io.fueloptimine.models.training.evaluation.Measure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints the result of a training. Not thread-safe. */
final class TrainingText {

    private static final List<Measure> SHOWN =
            List.of(
                    Measure.MAE,
                    Measure.RMSE,
                    Measure.R2,
                    Measure.MAPE,
                    Measure.BIAS,
                    Measure.COVERAGE);

    private final PrintWriter out;

    TrainingText(PrintWriter out) {
        this.out = out;
    }

    void print(TrainingResult result) {
        ModelMetadata metadata = result.metadata();
        out.println();
        out.printf(
                Locale.ROOT,
                "%s version %d: %,d rows of %d machines, %d trees, identical in plain Java and"
                        + " XGBoost on %,d rows%n",
                metadata.name(),
                metadata.version(),
                metadata.data().rows(),
                metadata.data().machines(),
                metadata.trees(),
                metadata.parity().rows());
        out.println("from: " + metadata.data().source());
        if (metadata.data().snapshot() != null) {
            out.println("snapshot: " + metadata.data().snapshot());
        }
        out.printf(
                Locale.ROOT,
                "%-22s %9s %9s %8s %8s %8s %10s%n",
                "",
                "MAE L",
                "RMSE L",
                "R2",
                "MAPE %",
                "bias L",
                "p10-p90 %");
        result.evaluation().evaluations().forEach(this::row);
        confidence(result.evaluation().ofModel());
        heldOut(result.evaluation().heldOut());
        out.println(
                (result.promotion().approved() ? "Promoted: " : "Not promoted: ")
                        + result.promotion().reason());
        out.flush();
    }

    private void row(String name, Evaluation evaluation) {
        out.printf(
                Locale.ROOT,
                "%-22s %9.3f %9.3f %8.4f %8.2f %8.3f %10s%n",
                name,
                evaluation.metrics().maeL(),
                evaluation.metrics().rmseL(),
                evaluation.metrics().r2(),
                evaluation.metrics().mapePct(),
                evaluation.metrics().biasL(),
                share(evaluation.metrics().coveragePct()));
    }

    private void heldOut(HeldOutErrors heldOut) {
        out.printf(
                Locale.ROOT,
                "%nOn %,d rows of %d machines, each predicted without its own rows:%n"
                        + "%-22s %9s %9s  %s%n",
                heldOut.rows(),
                heldOut.machines(),
                "",
                "MAE L",
                "RMSE L",
                "MAE of the model is smaller by (95 % confidence)");
        for (HeldOutErrors.Error error : heldOut.errors()) {
            out.printf(
                    Locale.ROOT,
                    "%-22s %9.3f %9.3f  %s%n",
                    error.predictor(),
                    error.maeL(),
                    error.rmseL(),
                    gain(error));
        }
    }

    private static String gain(HeldOutErrors.Error error) {
        return Double.isNaN(error.gainPct())
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.1f %% (%.1f to %.1f)",
                        error.gainPct(),
                        error.gainPctInterval().low(),
                        error.gainPctInterval().high());
    }

    private void confidence(Evaluation model) {
        out.printf(Locale.ROOT, "%-22s", "model, 95 % between");
        for (Measure measure : SHOWN) {
            BootstrapInterval interval = model.interval(measure);
            out.printf(
                    Locale.ROOT,
                    "  %s %.4g..%.4g",
                    measure.label(),
                    interval.low(),
                    interval.high());
        }
        out.println();
    }

    private static String share(double coveragePct) {
        return Double.isNaN(coveragePct) ? "-" : String.format(Locale.ROOT, "%.1f", coveragePct);
    }
}
