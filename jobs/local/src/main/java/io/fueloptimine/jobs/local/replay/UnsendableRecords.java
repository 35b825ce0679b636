package io.fueloptimine.jobs.local.replay;

import io.fueloptimine.jobs.local.account.TextTable;
import io.fueloptimine.jobs.training.fleet.FleetRecord;
import io.fueloptimine.models.message.MessageBody;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.input.PrintableText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the records that cannot be sent over MQTT, by reason. The name of the machine may be
 * invalid as a level of a topic, or the message may be larger than job ingest accepts. Not
 * thread-safe.
 */
public final class UnsendableRecords {

    private static final int MAX_REASONS = 50;
    private static final int MAX_SHOWN = 80;
    private static final String OTHERS = "further machines";

    private final Map<String, Long> byReason = new TreeMap<>();
    private long total;

    /** Whether a record can be sent. A record that cannot be sent is counted. */
    public boolean isSendable(FleetRecord record) {
        Optional<String> reason = reason(record);
        reason.ifPresent(this::count);
        return reason.isEmpty();
    }

    /** The number of records that cannot be sent. */
    public long total() {
        return total;
    }

    /**
     * Formats the number of records by reason as a text table; empty if there are no such records.
     */
    public String render() {
        if (byReason.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("Records rejected before they were sent");
        byReason.forEach((reason, count) -> table.row(reason, count, ""));
        return table.render();
    }

    /**
     * Counts a record under its reason. The number of reasons is limited, because each record of a
     * file may name another machine.
     */
    private void count(String reason) {
        boolean kept = byReason.containsKey(reason) || byReason.size() < MAX_REASONS;
        byReason.merge(kept ? reason : OTHERS, 1L, Long::sum);
        total++;
    }

    private static Optional<String> reason(FleetRecord record) {
        String machine = "machine '" + shortened(PrintableText.of(record.machineId())) + "'";
        Optional<String> violation = MineName.violation(record.machineId());
        if (violation.isPresent()) {
            return violation.map(expected -> machine + ", expected " + expected);
        }
        return record.json().length <= MessageBody.MAX_BYTES
                ? Optional.empty()
                : Optional.of(
                        machine
                                + ": a message of "
                                + record.json().length
                                + " bytes, expected at most "
                                + MessageBody.MAX_BYTES);
    }

    private static String shortened(String name) {
        return name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN) + "...";
    }
}
