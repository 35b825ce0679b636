package io.fueloptimine.models.mine.alarm;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import io.fueloptimine.models.mine.input.PrintableText;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A job's statement that the condition of an alarm is present or gone: a record of the topic {@code
 * alerts.signals}. Any job may write such records, and only job alarms reads them. One alarm
 * results from all signals of a site, machine and type. A job may repeat a signal while the
 * condition lasts; the job must report when the condition is gone.
 *
 * @param site the mine
 * @param machineId the machine; null when the signal concerns the whole site
 * @param type the alarm, for which {@link AlertType#isReported} must be true
 * @param severity the severity
 * @param active true when the condition is present, false when it is gone
 * @param at when the job found the change (UTC)
 * @param cause the text for people, at most {@value #MAX_CAUSE} characters; null when there is none
 * @param evidence the values that led to the signal, with units in their names, at most {@value
 *     #MAX_EVIDENCE} values; empty, never null
 */
public record ReportedSignal(
        String site,
        String machineId,
        AlertType type,
        Severity severity,
        boolean active,
        Instant at,
        String cause,
        Map<String, Double> evidence)
        implements TopicRecord {

    /** The maximum number of characters of a cause. */
    public static final int MAX_CAUSE = 1_000;

    /** The maximum number of values of the evidence. */
    public static final int MAX_EVIDENCE = 50;

    private static final FieldCheck CHECK = new FieldCheck(ReportedSignal.class);

    /**
     * @throws IllegalArgumentException naming the first field at fault
     */
    public ReportedSignal {
        CHECK.name("site", site)
                .optionalName("machineId", machineId)
                .required("type", type)
                .required("severity", severity)
                .required("at", at);
        if (!type.isReported()) {
            throw CHECK.fault("type", type, "a type that jobs report");
        }
        cause = cause == null ? null : PrintableText.of(cause);
        if (cause != null && cause.length() > MAX_CAUSE) {
            throw CHECK.fault(
                    "cause",
                    "a text of " + cause.length() + " characters",
                    "at most " + MAX_CAUSE + " characters");
        }
        // Sorted, so that equal signals are equal as JSON.
        evidence =
                evidence == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(evidence));
        if (evidence.size() > MAX_EVIDENCE) {
            throw CHECK.fault(
                    "evidence", evidence.size() + " values", "at most " + MAX_EVIDENCE + " values");
        }
        evidence.forEach(
                (name, value) -> CHECK.name("evidence", name).required("evidence." + name, value));
    }

    /**
     * The text form of the machine's key, or the name of the site when the signal concerns the
     * whole site.
     */
    public String key() {
        return MachineKey.ofMachineOrSite(site, machineId);
    }

    @Override
    public String topicKey() {
        return key();
    }
}
