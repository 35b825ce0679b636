package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.BeeswarmChart;
import io.fueloptimine.models.chart.BeeswarmChart.Swarm;
import io.fueloptimine.models.chart.DependenceChart;
import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.chart.Points;
import io.fueloptimine.models.chart.Thinning;
import io.fueloptimine.models.report.Picture;
import io.fueloptimine.models.report.ReportMarkdown;
import io.fueloptimine.models.training.explanation.Explanation;
import io.fueloptimine.models.training.explanation.FeatureImportance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the chapter on the contributions of the features. */
final class ExplanationChapter {

    private static final int MOST_SWARMS = 12;
    private static final int MOST_DOTS_PER_SWARM = 400;
    private static final int MOST_DEPENDENCES = 4;
    private static final int MOST_DOTS = 1_200;

    private final Explanation explanation;
    private final String added;

    private ExplanationChapter(ModelReport report) {
        this.explanation = report.explanation();
        this.added = "contribution to the expectation, L per " + report.rowName();
    }

    /** Writes the chapter if there is an explanation. */
    static void write(ModelReport report, ReportMarkdown draft) {
        if (report.explanation() != null && report.explanation().rows() > 0) {
            new ExplanationChapter(report).write(draft);
        }
    }

    private void write(ReportMarkdown draft) {
        List<FeatureImportance> ranking = explanation.meanAbsolute();
        draft.heading(2, "Contributions of the features");
        draft.block(
                "The contribution of each feature to the expected litres (SHAP values). The"
                        + " contributions of a row and its base value add up to its expectation.");
        draft.picture(beeswarm(ranking.subList(0, Math.min(MOST_SWARMS, ranking.size()))));
        draft.numberTable(
                List.of("feature", "mean absolute contribution, L"),
                ranking.stream()
                        .map(c -> List.of(c.feature(), NumberText.significant(c.meanAbsoluteL())))
                        .toList());
        ranking.stream()
                .limit(MOST_DEPENDENCES)
                .filter(contribution -> contribution.meanAbsoluteL() > 0)
                .filter(contribution -> valued(contribution.column()).length > 0)
                .forEach(contribution -> draft.picture(dependence(contribution)));
    }

    private Picture beeswarm(List<FeatureImportance> ranking) {
        Thinning thinning = Thinning.of(explanation.rows(), MOST_DOTS_PER_SWARM);
        List<Swarm> swarms =
                ranking.stream().map(ranked -> swarm(ranked, thinning.rows())).toList();
        int left = explanation.features().size() - swarms.size();
        String title = "Contributions of the features";
        String caption =
                "Each dot is a row. Right of zero, the feature raises the expectation. Dark dots"
                        + " are high values of the feature."
                        + (left == 0
                                ? ""
                                : " The "
                                        + left
                                        + " features with the smallest contributions are omitted.")
                        + thinning.note();
        return Picture.named(
                "contributions", title, caption, new BeeswarmChart(title, added, swarms).svg());
    }

    private Swarm swarm(FeatureImportance ranked, int[] rows) {
        return new Swarm(
                ranked.feature(),
                NumberText.significant(ranked.meanAbsoluteL()),
                values(ranked.column(), rows),
                added(ranked.column(), rows));
    }

    private Picture dependence(FeatureImportance ranked) {
        int column = ranked.column();
        int shade = explanation.strongestInteraction(column).orElse(column);
        int[] valued = valued(column);
        Thinning thinning = Thinning.of(valued.length, MOST_DOTS);
        int[] rows = Arrays.stream(thinning.rows()).map(i -> valued[i]).toArray();
        String title = "Contribution of " + ranked.feature();
        return Picture.named(
                "dependence-" + column + "-" + ranked.feature().replaceAll("[^A-Za-z0-9]+", "-"),
                title,
                dependenceCaption(column, shade, valued.length) + thinning.note(),
                new DependenceChart(
                                title,
                                ranked.feature(),
                                "contribution, L",
                                new Points(values(column, rows), added(column, rows)),
                                explanation.features().get(shade),
                                values(shade, rows))
                        .svg());
    }

    private String dependenceCaption(int column, int shade, int valued) {
        int missing = explanation.rows() - valued;
        return "Coloured by "
                + explanation.features().get(shade)
                + (shade == column ? "." : ", the feature with the strongest interaction.")
                + (missing == 0
                        ? ""
                        : " Not shown because the value is missing: "
                                + NumberText.fixed(missing, 0)
                                + " rows.");
    }

    private int[] valued(int column) {
        return IntStream.range(0, explanation.rows())
                .filter(row -> !Float.isNaN(explanation.values()[row][column]))
                .toArray();
    }

    private double[] values(int column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> explanation.values()[row][column]).toArray();
    }

    private double[] added(int column, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> explanation.contributions()[row][column])
                .toArray();
    }
}
