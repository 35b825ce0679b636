package io.fueloptimine.models.quality.expectation;

/**
 * What one rule remembers of one machine's stream; each kind of rule uses its own part. A mutable
 * state type; all fields are for Flink.
 */
public final class RuleMemory {

    /** Values in order of event time; null before the first. */
    public TimedValues series;

    /** Values seen lately; null before the first. */
    public SeenValues seen;

    /** How long a value has stayed the same; null before the first. */
    public ConstantRun run;

    /** How the latest readings were judged; null unless the rule tolerates some breaches. */
    public Verdicts verdicts;

    /** For Flink. */
    public RuleMemory() {}

    TimedValues series() {
        series = series == null ? new TimedValues() : series;
        return series;
    }

    SeenValues seen() {
        seen = seen == null ? new SeenValues() : seen;
        return seen;
    }

    ConstantRun run() {
        run = run == null ? new ConstantRun() : run;
        return run;
    }

    /** How the latest readings were judged, for counting another. */
    public Verdicts verdicts() {
        verdicts = verdicts == null ? new Verdicts() : verdicts;
        return verdicts;
    }
}
