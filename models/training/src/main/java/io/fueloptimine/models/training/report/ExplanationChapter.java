package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.BeeswarmChart;
import io.fueloptimine.models.chart.BeeswarmChart.Swarm;
import io.fueloptimine.models.chart.DependenceChart;
import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.chart.Points;
import io.fueloptimine.models.chart.Thinning;
import io.fueloptimine.models.training.explanation.Explanation;
import io.fueloptimine.models.training.explanation.FeatureImportance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which features move the expectation, which way and how far. */
final class ExplanationChapter {

    private static final int MOST_SWARMS = 12;
    private static final int MOST_DOTS_PER_SWARM = 400;
    private static final int MOST_DEPENDENCES = 4;
    private static final int MOST_DOTS = 1_200;

    private final Explanation explanation;
    private final String added;

    private ExplanationChapter(ModelReport report) {
        this.explanation = report.explanation();
        this.added = "adds to what is expected, L per " + report.rowName();
    }

    /** Writes the chapter, unless nothing was explained. */
    static void write(ModelReport report, ReportMarkdown draft) {
        if (report.explanation() != null && report.explanation().rows() > 0) {
            new ExplanationChapter(report).write(draft);
        }
    }

    private void write(ReportMarkdown draft) {
        List<FeatureImportance> ranking = explanation.meanAbsolute();
        draft.heading(2, "Why it expects what it expects");
        draft.block(
                "Each feature's share in every expectation (SHAP): the shares and one base value"
                        + " add up to the litres expected.");
        draft.picture(beeswarm(ranking.subList(0, Math.min(MOST_SWARMS, ranking.size()))));
        draft.figures(
                List.of("feature", "mean size of its share, L"),
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
        String title = "What the features add";
        String caption =
                "A dot is a row. Right of zero, the feature raises what is expected of it; dark"
                        + " dots are high values of the feature."
                        + (left == 0
                                ? ""
                                : " Not drawn: the " + left + " features that add the least.")
                        + thinning.note();
        return new Picture(
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
        int shade = explanation.companionOf(column).orElse(column);
        int[] valued = valued(column);
        Thinning thinning = Thinning.of(valued.length, MOST_DOTS);
        int[] rows = Arrays.stream(thinning.rows()).map(i -> valued[i]).toArray();
        String title = "What " + ranked.feature() + " adds";
        return new Picture(
                "dependence-" + column + "-" + ranked.feature().replaceAll("[^A-Za-z0-9]+", "-"),
                title,
                dependenceCaption(column, shade, valued.length) + thinning.note(),
                new DependenceChart(
                                title,
                                ranked.feature(),
                                "adds, L",
                                new Points(values(column, rows), added(column, rows)),
                                explanation.features().get(shade),
                                values(shade, rows))
                        .svg());
    }

    private String dependenceCaption(int column, int shade, int valued) {
        int missing = explanation.rows() - valued;
        return "Coloured by "
                + explanation.features().get(shade)
                + (shade == column
                        ? "."
                        : ", which goes furthest to say why rows of the same value differ.")
                + (missing == 0
                        ? ""
                        : " Without a value, so not drawn: "
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
