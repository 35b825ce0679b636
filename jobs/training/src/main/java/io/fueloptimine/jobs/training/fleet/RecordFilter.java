package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.RawMessage;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.quality.suite.HistoryValidation;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Accepts the records that ingest would accept: decodes them and checks them against the shipped
 * validation suite. Counts what it excludes. Not thread-safe.
 */
public final class RecordFilter {

    private static final String UNREADABLE = "decode";

    private final MessageDecoder decoder = new MessageDecoder();
    private final HistoryValidation suite = new HistoryValidation(ValidationSuite.shipped());
    private final Map<String, Integer> leftOut = new TreeMap<>();

    /** The reading of a record; empty if it is excluded. Needs each machine in order of time. */
    public Optional<Reading> pass(FleetRecord record) {
        RawMessage message = new RawMessage(record.topic(), record.json(), record.time(), false);
        if (decoder.decode(message) instanceof DecodeResult.Readable readable) {
            return Optional.of(readable.reading()).filter(this::isValid);
        }
        leaveOut(UNREADABLE);
        return Optional.empty();
    }

    /**
     * Checks a rule of the caller; if it is violated, the record counts as excluded. Returns
     * whether the rule holds.
     */
    public boolean require(boolean holds, String rule) {
        if (!holds) {
            leaveOut(rule);
        }
        return holds;
    }

    /** Number of excluded records by rule; {@code decode} for records that cannot be read. */
    public Map<String, Integer> leftOut() {
        return Collections.unmodifiableMap(leftOut);
    }

    private boolean isValid(Reading reading) {
        Optional<String> rule = suite.rejectedBy(reading);
        rule.ifPresent(this::leaveOut);
        return rule.isEmpty();
    }

    private void leaveOut(String rule) {
        leftOut.merge(rule, 1, Integer::sum);
    }
}
