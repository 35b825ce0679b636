package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Emits the readings of one Sparkplug message one by one. The total size of these readings is
 * limited, because each time in the message results in a reading that also contains all remembered
 * values. Use an instance for one message.
 */
final class Readings {

    /** The maximum total size of the readings, bytes: for example 4,000 readings of 1 kB. */
    static final int MAX_BYTES = 4 << 20;

    /** The size of the time and the braces in a reading, bytes. */
    private static final int FRAME_BYTES = 40;

    private final Consumer<ReadingMessage> output;
    private final List<SparkplugFault> faults;
    private final Set<String> reported = new HashSet<>();
    private int bytes;

    /**
     * @param output receives each reading
     * @param faults receives a fault for each value that the readings do not contain
     */
    Readings(Consumer<ReadingMessage> output, List<SparkplugFault> faults) {
        this.output = output;
        this.faults = faults;
    }

    void emit(ReadingMessage reading) {
        bytes += reading.fields().length() + FRAME_BYTES;
        output.accept(reading);
    }

    /** Whether no further reading may be emitted. */
    boolean isFull() {
        return bytes >= MAX_BYTES;
    }

    /** Reports a value that is not in any reading because of the limit. */
    void leaveOut(ResolvedMetric metric) {
        faults.add(
                new SparkplugFault(
                        metric.name(),
                        metric.json() + " at " + Instant.ofEpochMilli(metric.millis()),
                        "at most " + MAX_BYTES + " bytes of readings by one message"));
    }

    /** Reports a fault unless a fault of the same metric was reported before. */
    void reportOnce(SparkplugFault fault) {
        if (reported.add(fault.field())) {
            faults.add(fault);
        }
    }
}
