package io.fueloptimine.operators.expect;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.operators.validate.Rule;
import io.fueloptimine.operators.validate.ValidationSuite;
import io.fueloptimine.operators.validate.expectation.NotSilent;
import io.fueloptimine.operators.validate.expectation.ReadingField;
import io.fueloptimine.operators.validate.expectation.WindowExpectation;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A suite's rules of windows, by the key under which their tallies are kept. */
final class WindowRules {

    private final Map<String, Ready> rules = new LinkedHashMap<>();

    WindowRules(ValidationSuite suite) {
        suite.windowRules().forEach(rule -> rules.put(rule.memoryKey(), new Ready(rule)));
    }

    Iterable<Ready> all() {
        return rules.values();
    }

    /** The rule of a key; empty when this suite has none of that definition. */
    Optional<Ready> find(String memoryKey) {
        return Optional.ofNullable(rules.get(memoryKey));
    }

    /** A rule with the fields that it looks at. */
    static final class Ready {

        private final Rule rule;
        private final String memoryKey;
        private final Map<ReadingStream, ReadingField> fields = new EnumMap<>(ReadingStream.class);

        private Ready(Rule rule) {
            this.rule = rule;
            this.memoryKey = rule.memoryKey();
            String field = rule.expectation().field();
            rule.streams().forEach(stream -> fields.put(stream, ReadingField.of(stream, field)));
        }

        Rule rule() {
            return rule;
        }

        String memoryKey() {
            return memoryKey;
        }

        WindowExpectation expectation() {
            return (WindowExpectation) rule.expectation();
        }

        boolean isOfSilence() {
            return rule.expectation() instanceof NotSilent;
        }

        long windowMs() {
            return expectation().windowS() * 1_000;
        }

        /** The value that the rule looks at; null when the reading bears none. */
        Object valueIn(Reading reading) {
            return fields.get(reading.stream()).valueIn(reading);
        }

        /** The record of one breach; its id follows from machine, rule and start, ms. */
        QualityRecord flagged(
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
                    WatchExpectations.ID_PREFIX + id,
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
}
