package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.NumberText;

/** What the measures mean, for those who meet them for the first time. */
final class GlossaryChapter {

    private GlossaryChapter() {}

    static void write(ModelReport report, ReportMarkdown draft) {
        draft.heading(2, "How to read the figures");
        draft.block(
                """
                - **MAE**: mean absolute error. **RMSE**: root of the mean squared error; large
                  errors weigh more.
                - **R²**: share of the variance explained; 0 is no better than the mean, 1 is
                  perfect.
                - **MAPE**: mean error as a percentage of what a row burned, over rows of at least
                  %s L. **WAPE**: all errors as a percentage of all litres.
                - **bias**: mean of expected minus burned; above 0, too much is expected.
                  **Residual**: burned minus expected.
                - **coverage**: percentage of the predicted intervals that hold what was burned.
                  **mean width**: how wide they are.
                - **confidence**: machines are drawn again and again, each with all its rows
                  (bootstrap), since rows of one machine are alike; the middle 95 %% of what comes
                  out. A dash means that it is not known.
                """
                        .formatted(NumberText.plain(report.evaluator().mapeFloorL())));
    }
}
