package io.fueloptimine.models.training.report;

import io.fueloptimine.models.training.evaluation.Evaluator;
import io.fueloptimine.models.training.evaluation.Metrics;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import io.fueloptimine.models.training.explanation.Explanation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a report on a model. Created with {@link #of}.
 *
 * @param title the title
 * @param rowName the name of one row, such as {@code window}
 * @param facts facts about the model and its data, in the order given
 * @param baselines metrics of the baselines, in the order given
 * @param rows the predictions of the model, at least one
 * @param times the time of each row, as many as rows; empty when unknown
 * @param evaluator computes the metrics
 * @param sections additional sections, in the order given
 * @param explanation the SHAP values of some rows; null when there are none
 */
public record ModelReport(
        String title,
        String rowName,
        Map<String, String> facts,
        Map<String, Metrics> baselines,
        List<PredictedRow> rows,
        List<Instant> times,
        Evaluator evaluator,
        List<Section> sections,
        Explanation explanation) {

    /**
     * The nominal coverage of the intervals, %: they range from the 10th to the 90th percentile.
     */
    static final double NOMINAL_COVERAGE_PCT = 80;

    /**
     * Copies and checks the content.
     *
     * @throws IllegalArgumentException when there are no rows, or the number of times differs from
     *     the number of rows
     */
    public ModelReport {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
        rows = List.copyOf(rows);
        times = List.copyOf(times);
        sections = List.copyOf(sections);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a report must have at least one row");
        }
        if (!times.isEmpty() && times.size() != rows.size()) {
            throw new IllegalArgumentException(
                    "times must be as many as rows, are " + times.size() + " and " + rows.size());
        }
    }

    /** Creates a builder for a report. */
    public static Builder of(String title, List<PredictedRow> rows, Evaluator evaluator) {
        return new Builder(title, rows, evaluator);
    }

    /** Whether any row has a predicted interval. */
    boolean hasIntervals() {
        return rows.stream().anyMatch(PredictedRow::hasInterval);
    }

    /** Collects the content of a report. Not thread-safe. */
    public static final class Builder {

        private final String title;
        private final List<PredictedRow> rows;
        private final Evaluator evaluator;
        private final Map<String, String> facts = new LinkedHashMap<>();
        private final Map<String, Metrics> baselines = new LinkedHashMap<>();
        private final List<Section> sections = new ArrayList<>();
        private String rowName = "row";
        private List<Instant> times = List.of();
        private Explanation explanation;

        private Builder(String title, List<PredictedRow> rows, Evaluator evaluator) {
            this.title = title;
            this.rows = rows;
            this.evaluator = evaluator;
        }

        /**
         * Sets the name of one row, such as {@code window} or {@code cycle}; the default is {@code
         * row}.
         */
        public Builder rowName(String name) {
            rowName = name;
            return this;
        }

        /** Adds a fact about the model, such as its version. */
        public Builder fact(String name, String value) {
            facts.put(name, value);
            return this;
        }

        /**
         * Adds a baseline. A baseline that was evaluated on other rows is shown, but not compared
         * with the model.
         */
        public Builder baseline(String name, Metrics metrics) {
            baselines.put(name, metrics);
            return this;
        }

        /** Sets the time of each row, for the chart of residuals over time. */
        public Builder times(List<Instant> ofRows) {
            times = ofRows;
            return this;
        }

        /** Adds a {@link Section}. */
        public Builder section(String heading, String markdown) {
            sections.add(new Section(heading, markdown));
            return this;
        }

        /** Sets the SHAP values, which can be those of other rows than the report's. */
        public Builder explanation(Explanation ofRows) {
            explanation = ofRows;
            return this;
        }

        /** Creates the report. */
        public ModelReport build() {
            return new ModelReport(
                    title,
                    rowName,
                    facts,
                    baselines,
                    rows,
                    times,
                    evaluator,
                    sections,
                    explanation);
        }
    }
}
