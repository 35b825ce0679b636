package io.fueloptimine.connectors.sparkplug.session;

/**
 * What is remembered of one metric: its newest value, and one from before the last silence, so that
 * what a node kept back meanwhile finds the picture of its own time. Values are JSON; null is "has
 * none". A mutable state type; all fields are for Flink.
 */
public final class MetricMemory {

    /** The time of a value that was never told. */
    private static final long NEVER = Long.MIN_VALUE;

    /** As the birth gave it; 0 where it gave none. */
    public int datatype;

    public String live;
    public long liveMillis = NEVER;

    public String past;
    public long pastMillis = NEVER;

    /** The past value holds until here; later only the live one does. */
    public long pastUntilMillis = NEVER;

    /** For Flink. */
    public MetricMemory() {}

    /** The value that a birth gives, which is the present one whatever came before. */
    void born(long millis, String json) {
        live = json;
        liveMillis = millis;
    }

    /** What was known before a silence, which ended when the new life's value was measured. */
    void survive(MetricMemory before) {
        past = before.live;
        pastMillis = before.liveMillis;
        pastUntilMillis = liveMillis;
    }

    /** A birth in the midst of a life leaves the past as it was. */
    void keepPast(MetricMemory before) {
        past = before.past;
        pastMillis = before.pastMillis;
        pastUntilMillis = before.pastUntilMillis;
    }

    /** A value of now; one that comes late never replaces a newer one. */
    void tell(long millis, String json) {
        if (millis >= liveMillis) {
            live = json;
            liveMillis = millis;
        } else {
            tellPast(millis, json);
        }
    }

    /** A value that was kept back. */
    void tellPast(long millis, String json) {
        if (millis < pastMillis) {
            return;
        }
        past = json;
        pastMillis = millis;
        if (pastUntilMillis <= millis) {
            pastUntilMillis = liveMillis;
        }
    }

    /** The value at a time, as far as it is remembered; null when it had none or nobody knows. */
    String at(long millis) {
        boolean liveHolds = liveMillis <= millis;
        boolean pastHolds =
                pastMillis <= millis && (millis < pastUntilMillis || pastMillis > liveMillis);
        if (liveHolds && (!pastHolds || liveMillis >= pastMillis)) {
            return live;
        }
        return pastHolds ? past : null;
    }
}
