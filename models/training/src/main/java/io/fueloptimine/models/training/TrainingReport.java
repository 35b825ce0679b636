package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelForests;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.training.evaluation.Evaluation;
import io.fueloptimine.models.training.evaluation.Evaluator;
import io.fueloptimine.models.training.linear.LinearReport;
import io.fueloptimine.models.training.report.ModelReport;
import io.fueloptimine.models.training.report.ReportFiles;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.Locale;
import java.util.Map;

/**
 * Creates the report that is stored with a model: its accuracy on the test set, the baselines, the
 * influence of each feature and the residuals.
 */
final class TrainingReport {

    private final ModelMetadata metadata;
    private final TrainingTarget target;
    private final Evaluator evaluator;

    TrainingReport(ModelMetadata metadata, TrainingTarget target, Evaluator evaluator) {
        this.metadata = metadata;
        this.target = target;
        this.evaluator = evaluator;
    }

    /** The report's files by their paths. */
    Map<String, byte[]> files(
            TrainingTable test,
            FuelForests forests,
            ModelEvaluation evaluation,
            Baselines baselines) {
        ModelReport.Builder report =
                ModelReport.of("Fuel model " + metadata.name(), evaluation.predictions(), evaluator)
                        .rowName(metadata.name().substring(metadata.name().indexOf('-') + 1))
                        .times(test.origins().stream().map(RowOrigin::time).toList())
                        .fact("history", metadata.data().source())
                        .fact("rows", Long.toString(metadata.data().rows()))
                        .fact("machines", Integer.toString(metadata.data().machines()))
                        .fact("fingerprint", metadata.data().fingerprint())
                        .fact("features", String.join(", ", metadata.schema().names()))
                        .fact("target", target.text())
                        .fact("parameters", metadata.parameters().toString());
        evaluation
                .evaluations()
                .forEach(
                        (name, predictor) -> {
                            if (!name.equals(ModelMetadata.MODEL)) {
                                report.baseline(name, predictor.metrics());
                            }
                        });
        report.section("Unseen machines", unseenMachines(evaluation))
                .section(
                        "The linear baseline",
                        String.join("\n", LinearReport.markdown(baselines.linear().diagnostics())))
                .explanation(ForestExplanation.of(test, forests.expected()));
        return ReportFiles.of(report.build());
    }

    private static String unseenMachines(ModelEvaluation evaluation) {
        Evaluation unseen = evaluation.ofUnseenMachines();
        return String.format(
                        Locale.ROOT,
                        "Cross-validation grouped by machine, each machine predicted by a model that was"
                                + " not trained on it: R2 %.4f, MAPE %.2f %%; the interval from p10 to p90"
                                + " contains %.1f %% of the rows.",
                        unseen.metrics().r2(),
                        unseen.metrics().mapePct(),
                        unseen.metrics().coveragePct())
                + "\n\n"
                + evaluation.heldOut().markdown()
                + "\n`physics-by-class` is haul physics times one factor per class of trucks;"
                + " `linear-with-work` is the linear model with the features of the measured work;"
                + " `average-truck` is what an average truck with an average operator would have"
                + " burnt in a simulated history, which no model can beat without knowing the"
                + " engine and the operator. In brackets: 95 % confidence over machines.";
    }
}
