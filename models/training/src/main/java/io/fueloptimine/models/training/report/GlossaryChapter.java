package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.report.ReportMarkdown;
import java.util.Locale;

/** Writes the chapter that explains the accuracy measures. */
final class GlossaryChapter {

    private GlossaryChapter() {}

    static void write(ModelReport report, ReportMarkdown draft) {
        draft.heading(2, "Explanation of the measures");
        draft.block(
                String.format(
                        Locale.ROOT,
                        """
                - **MAE**: mean absolute error. **RMSE**: root mean squared error, in which large
                  errors weigh more.
                - **R²**: share of the variance explained; 0 is no better than the mean, 1 is
                  perfect.
                - **MAPE**: mean absolute error as a percentage of the litres of a row, over rows
                  of at least %s L. **WAPE**: sum of the absolute errors as a percentage of all
                  litres.
                - **bias**: mean of expected minus burned; above 0, the model expects too much.
                  **Residual**: burned minus expected.
                - **coverage**: percentage of the rows whose litres lie in the predicted interval.
                  **mean width**: the mean width of these intervals.
                - **95 %% confidence**: the percentile interval of a bootstrap that resamples
                  machines with all their rows, because the rows of one machine are similar. A
                  dash means unknown.
                """,
                        NumberText.plain(report.evaluator().mapeFloorL())));
    }
}
