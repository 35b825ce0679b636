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
 * Lets through what ingest would: decoded, and held against the shipped validation suite. Counts
 * what it leaves out. Not thread-safe.
 */
public final class RecordFilter {

    private static final String UNREADABLE = "decode";

    private final MessageDecoder decoder = new MessageDecoder();
    private final HistoryValidation suite = new HistoryValidation(ValidationSuite.shipped());
    private final Map<String, Integer> leftOut = new TreeMap<>();

    /** The reading that a record is, unless it is left out. Each machine's in order of time. */
    public Optional<Reading> pass(FleetRecord record) {
        RawMessage message = new RawMessage(record.topic(), record.json(), record.time(), false);
        if (decoder.decode(message) instanceof DecodeResult.Readable readable) {
            return Optional.of(readable.reading()).filter(this::isValid);
        }
        leaveOut(UNREADABLE);
        return Optional.empty();
    }

    /** Counts one more as left out by a rule of the caller's, unless it holds; says whether. */
    public boolean require(boolean holds, String rule) {
        if (!holds) {
            leaveOut(rule);
        }
        return holds;
    }

    /** How many were left out, by the name of the rule; {@code decode} for what cannot be read. */
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
