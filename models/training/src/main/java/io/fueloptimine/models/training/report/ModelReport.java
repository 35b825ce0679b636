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
 * What a report of a model tells; begin at {@link #of}.
 *
 * @param title its heading
 * @param rowName what one row is, such as {@code window}
 * @param facts what the model is and was made from, in the order given
 * @param baselines what else was judged, in the order given
 * @param rows the model's expectations, at least one
 * @param times when each row was, as many as rows; empty when not given
 * @param evaluator how the rows are judged
 * @param sections what is told beside, in the order given
 * @param explanation why the model expects what it expects; null when not given
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

    /** The share of rows that the intervals are meant to contain, %: from p10 to p90. */
    static final double NOMINAL_COVERAGE_PCT = 80;

    /**
     * Copies and checks what is told.
     *
     * @throws IllegalArgumentException when there are no rows, or times are given but not one a row
     */
    public ModelReport {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
        rows = List.copyOf(rows);
        times = List.copyOf(times);
        sections = List.copyOf(sections);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows of a report must be at least one, were none");
        }
        if (!times.isEmpty() && times.size() != rows.size()) {
            throw new IllegalArgumentException(
                    "times must be as many as rows, are " + times.size() + " and " + rows.size());
        }
    }

    /** A report to which facts, baselines and the rest can be added. */
    public static Builder of(String title, List<PredictedRow> rows, Evaluator evaluator) {
        return new Builder(title, rows, evaluator);
    }

    /** Whether any row has a predicted interval. */
    boolean hasIntervals() {
        return rows.stream().anyMatch(PredictedRow::hasInterval);
    }

    /** Collects what a report tells. Not thread-safe. */
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

        /** What one row is: {@code window}, {@code cycle}; {@code row} unless said. */
        public Builder rowName(String name) {
            rowName = name;
            return this;
        }

        /** Adds a fact of the model, such as its version. */
        public Builder fact(String name, String value) {
            facts.put(name, value);
            return this;
        }

        /** Adds a baseline; what was judged on other rows is shown, but not compared. */
        public Builder baseline(String name, Metrics metrics) {
            baselines.put(name, metrics);
            return this;
        }

        /** When each row was; draws residuals through time. */
        public Builder times(List<Instant> ofRows) {
            times = ofRows;
            return this;
        }

        /** Adds a section, see {@link Section}. */
        public Builder section(String heading, String markdown) {
            sections.add(new Section(heading, markdown));
            return this;
        }

        /** Why the model expects what it expects, of some of the rows or of others. */
        public Builder explanation(Explanation ofRows) {
            explanation = ofRows;
            return this;
        }

        /** The report. */
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
