package io.fueloptimine.models.training;

import io.fueloptimine.models.chart.Thinning;
import io.fueloptimine.models.fuel.trees.Contributions;
import io.fueloptimine.models.fuel.trees.TreeShap;
import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.training.explanation.Explanation;
import io.fueloptimine.models.training.table.TrainingTable;

/** Computes the SHAP values of a forest for the rows of a table, in litres. */
final class ForestExplanation {

    /**
     * The maximum number of explained rows, which limits the size of the charts and the computing
     * time.
     */
    private static final int MOST_ROWS = 2_000;

    private ForestExplanation() {}

    /** The explanation of at most {@value #MOST_ROWS} rows, spread evenly over the table. */
    static Explanation of(TrainingTable table, XgboostTrees trees) {
        TrainingTable thinned = table.only(Thinning.of(table.rows(), MOST_ROWS).rows());
        TreeShap shap = TreeShap.of(trees);
        float[][] values = new float[thinned.rows()][];
        float[][] contributions = new float[thinned.rows()][];
        for (int row = 0; row < values.length; row++) {
            values[row] = thinned.row(row);
            contributions[row] =
                    litres(shap.explain(values[row]), thinned.origins().get(row).exposure());
        }
        return new Explanation(table.features(), values, contributions);
    }

    /** The contributions in litres, in the order of the features, with the base value last. */
    private static float[] litres(Contributions perExposure, double exposure) {
        double[] byFeature = perExposure.byFeature();
        float[] litres = new float[byFeature.length + 1];
        for (int i = 0; i < byFeature.length; i++) {
            litres[i] = (float) (byFeature[i] * exposure);
        }
        litres[byFeature.length] = (float) (perExposure.base() * exposure);
        return litres;
    }
}
