package io.fueloptimine.models.quality.window;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.quality.expectation.NotSilent;
import io.fueloptimine.models.quality.expectation.ReadingField;
import io.fueloptimine.models.quality.expectation.WindowExpectation;
import io.fueloptimine.models.quality.suite.Rule;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** A rule with a window expectation, and the reading fields that the rule evaluates. */
public final class WindowRule {

    private final Rule rule;
    private final String stateKey;
    private final Map<ReadingStream, ReadingField> fields = new EnumMap<>(ReadingStream.class);

    WindowRule(Rule rule) {
        this.rule = rule;
        this.stateKey = rule.stateKey();
        String field = rule.expectation().field();
        rule.streams().forEach(stream -> fields.put(stream, ReadingField.of(stream, field)));
    }

    public Rule rule() {
        return rule;
    }

    public String stateKey() {
        return stateKey;
    }

    public WindowExpectation expectation() {
        return (WindowExpectation) rule.expectation();
    }

    public boolean isSilenceRule() {
        return rule.expectation() instanceof NotSilent;
    }

    public long windowMs() {
        return expectation().windowS() * 1_000;
    }

    /** The value in a reading that the rule evaluates; null when the reading has no such value. */
    public Object valueIn(Reading reading) {
        return fields.get(reading.stream()).valueIn(reading);
    }

    /**
     * Creates the record of a violation. The record's id is derived from the machine, the rule and
     * the start of the window in ms since the epoch.
     */
    public QualityRecord flagged(
            MachineStream stream, long start, String observed, Instant end, long receivedAtMs) {
        String id =
                String.join(
                        "/",
                        stream.site(),
                        stream.machineId(),
                        stream.stream().topicName(),
                        rule.name(),
                        Long.toString(start));
        return new QualityRecord(
                WindowRules.ID_PREFIX + id,
                QualityVerdict.FLAGGED,
                rule.name(),
                rule.severity(),
                expectation().field(),
                observed,
                expectation().expected(),
                stream.topic(),
                stream.machineId(),
                end,
                Instant.ofEpochMilli(receivedAtMs),
                false,
                null);
    }
}
