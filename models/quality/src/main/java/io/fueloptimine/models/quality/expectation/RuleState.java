package io.fueloptimine.models.quality.expectation;

/**
 * The state of one rule for one machine's stream; each kind of rule uses one of the fields. Mutable
 * state type; fields are public for Flink's POJO serializer.
 */
public final class RuleState {

    /** Recent values in order of event time; null before the first value. */
    public TimedValues series;

    /** Recent distinct values; null before the first value. */
    public RecentValues recent;

    /** How long the value has been unchanged; null before the first value. */
    public UnchangedValue unchanged;

    /** Results of the latest readings; null unless the rule tolerates some violations. */
    public RecentVerdicts verdicts;

    /** Used by Flink's POJO serializer. */
    public RuleState() {}

    TimedValues series() {
        series = series == null ? new TimedValues() : series;
        return series;
    }

    RecentValues recent() {
        recent = recent == null ? new RecentValues() : recent;
        return recent;
    }

    UnchangedValue unchanged() {
        unchanged = unchanged == null ? new UnchangedValue() : unchanged;
        return unchanged;
    }

    /** The results of the latest readings; created when there are none. */
    public RecentVerdicts verdicts() {
        verdicts = verdicts == null ? new RecentVerdicts() : verdicts;
        return verdicts;
    }
}
