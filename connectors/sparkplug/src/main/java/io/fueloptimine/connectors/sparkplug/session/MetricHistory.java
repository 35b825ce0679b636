package io.fueloptimine.connectors.sparkplug.session;

/**
 * The current value of a metric and one from before the node's last interruption, so that
 * historical readings are completed with the values of their own time. Values are JSON; null means
 * that the metric has no value. Mutable Flink state.
 */
public final class MetricHistory {

    /** The time of a value that was never received. */
    private static final long NEVER = Long.MIN_VALUE;

    /** The datatype in the birth; 0 if missing. */
    public int datatype;

    public String current;
    public long currentMillis = NEVER;

    public String previous;
    public long previousMillis = NEVER;

    /** The end of the previous value's validity. */
    public long previousUntilMillis = NEVER;

    /** For Flink. */
    public MetricHistory() {}

    /** A metric without a value. */
    static MetricHistory of(int datatype) {
        MetricHistory history = new MetricHistory();
        history.datatype = datatype;
        return history;
    }

    /** Sets the value of a birth, which is the current one in any case. */
    void start(long millis, String json) {
        current = json;
        currentMillis = millis;
    }

    /**
     * Keeps the value from before an interruption; it is valid until the time of the current one.
     */
    void keepAsPrevious(MetricHistory before) {
        previous = before.current;
        previousMillis = before.currentMillis;
        previousUntilMillis = currentMillis;
    }

    /** Copies the previous value: the birth repeats within a connection. */
    void copyPrevious(MetricHistory before) {
        previous = before.previous;
        previousMillis = before.previousMillis;
        previousUntilMillis = before.previousUntilMillis;
    }

    /** Adds a value. One that arrives late does not replace a newer one. */
    void update(long millis, String json) {
        if (millis >= currentMillis) {
            current = json;
            currentMillis = millis;
        } else {
            updatePrevious(millis, json);
        }
    }

    /** Adds a historical value. */
    void updatePrevious(long millis, String json) {
        if (millis < previousMillis) {
            return;
        }
        previous = json;
        previousMillis = millis;
        if (previousUntilMillis <= millis) {
            previousUntilMillis = currentMillis;
        }
    }

    /** The value at a time; null if there was none or it is unknown. */
    String at(long millis) {
        boolean currentValid = currentMillis <= millis;
        boolean previousValid =
                previousMillis <= millis
                        && (millis < previousUntilMillis || previousMillis > currentMillis);
        if (currentValid && (!previousValid || currentMillis >= previousMillis)) {
            return current;
        }
        return previousValid ? previous : null;
    }
}
