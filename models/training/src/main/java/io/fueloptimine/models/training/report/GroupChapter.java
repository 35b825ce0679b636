package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.BarChart;
import io.fueloptimine.models.chart.BarChart.Bar;
import io.fueloptimine.models.chart.NumberText;
import io.fueloptimine.models.report.Picture;
import io.fueloptimine.models.report.ReportMarkdown;
import io.fueloptimine.models.training.evaluation.Evaluation;
import io.fueloptimine.models.training.evaluation.Grouping;
import io.fueloptimine.models.training.evaluation.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Writes the chapter with the metrics of each group of rows. */
final class GroupChapter {

    private static final int MOST_BARS = 60;

    private final ModelReport report;
    private final Grouping grouping;
    private final SortedMap<String, Evaluation> groups;

    private GroupChapter(ModelReport report, Grouping grouping) {
        this.report = report;
        this.grouping = grouping;
        this.groups = report.evaluator().evaluateBy(grouping, report.rows());
    }

    /** Writes the chapter if there is more than one group. */
    static void write(ModelReport report, Grouping grouping, ReportMarkdown draft) {
        GroupChapter chapter = new GroupChapter(report, grouping);
        if (chapter.groups.size() > 1) {
            chapter.write(draft);
        }
    }

    private void write(ReportMarkdown draft) {
        draft.heading(2, "By " + grouping.label());
        draft.picture(bars(Measure.MAE, "Mean absolute error"));
        if (grouping == Grouping.MACHINE) {
            draft.picture(bars(Measure.BIAS, "Bias"));
        }
        MetricsTable table = new MetricsTable(grouping.label(), report.hasIntervals());
        groups.forEach(
                (name, group) ->
                        table.add(
                                group.tooFewRows() ? name + " (too few rows)" : name,
                                group.metrics()));
        table.writeTo(draft);
    }

    private Picture bars(Measure measure, String name) {
        Set<String> drawn = mostRows();
        List<Bar> bars =
                groups.entrySet().stream()
                        .filter(group -> drawn.contains(group.getKey()))
                        .map(group -> bar(group, measure))
                        .toList();
        String title = name + " by " + grouping.label();
        return Picture.named(
                (measure.label() + "-by-" + grouping.label())
                        .toLowerCase(Locale.ROOT)
                        .replace(' ', '-'),
                title,
                caption(measure, bars),
                new BarChart(
                                title,
                                measure.label(),
                                measure.unit() + " per " + report.rowName(),
                                bars,
                                Double.NaN)
                        .svg());
    }

    private static Bar bar(Map.Entry<String, Evaluation> group, Measure measure) {
        Evaluation evaluation = group.getValue();
        return new Bar(
                group.getKey(),
                measure.of(evaluation.metrics()),
                MeasureText.whisker(evaluation.interval(measure)),
                evaluation.metrics().rows(),
                evaluation.tooFewRows());
    }

    /**
     * The groups that are drawn: all groups, or the groups with the most rows if there are too
     * many.
     */
    private Set<String> mostRows() {
        return groups.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> -group.getValue().metrics().rows()))
                .limit(MOST_BARS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private String caption(Measure measure, List<Bar> bars) {
        String sentence =
                measure == Measure.BIAS
                        ? "Above zero, the model expects more than the machine burns."
                        : "Lower is better.";
        boolean whiskers = bars.stream().anyMatch(bar -> bar.whisker().known());
        boolean pale = bars.stream().anyMatch(Bar::pale);
        return sentence
                + (whiskers ? " Whiskers: 95 % confidence interval, where known." : "")
                + (pale ? " Pale: a single row." : "")
                + (bars.size() < groups.size()
                        ? " The chart shows the "
                                + NumberText.fixed(bars.size(), 0)
                                + " of "
                                + NumberText.fixed(groups.size(), 0)
                                + " groups with the most rows."
                        : "");
    }
}
