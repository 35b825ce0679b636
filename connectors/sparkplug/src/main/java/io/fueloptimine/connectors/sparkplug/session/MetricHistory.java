package io.fueloptimine.connectors.sparkplug.session;

/**
 * The current value of a metric, and a value from before the last interruption of the edge node's
 * connection. With the value from before the interruption, historical readings are completed with
 * values of their own time. Values are JSON; null means that the metric has no value. Mutable Flink
 * state.
 */
public final class MetricHistory {

    /** The time of a value that was never received. */
    private static final long NEVER = Long.MIN_VALUE;

    /** The number of the datatype in the birth message; 0 if missing. */
    public int datatype;

    public String current;
    public long currentMillis = NEVER;

    public String previous;
    public long previousMillis = NEVER;

    /** The time until which the previous value is valid, ms since the epoch. */
    public long previousUntilMillis = NEVER;

    /** Used by Flink's POJO serializer. */
    public MetricHistory() {}

    /** Creates a metric without a value. */
    static MetricHistory of(int datatype) {
        MetricHistory history = new MetricHistory();
        history.datatype = datatype;
        return history;
    }

    /** Sets the value in a birth message, which becomes the current value at any time. */
    void start(long millis, String json) {
        current = json;
        currentMillis = millis;
    }

    /**
     * Stores the value from before an interruption as previous value; it is valid until the time of
     * the current value.
     */
    void keepAsPrevious(MetricHistory before) {
        previous = before.current;
        previousMillis = before.currentMillis;
        previousUntilMillis = currentMillis;
    }

    /**
     * Copies the previous value of {@code before}, when a birth message repeats within a
     * connection.
     */
    void copyPrevious(MetricHistory before) {
        previous = before.previous;
        previousMillis = before.previousMillis;
        previousUntilMillis = before.previousUntilMillis;
    }

    /** Adds a value. A value that arrives late does not replace a newer value. */
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

    /** The value at a time; null if the metric had no value or the value is unknown. */
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
