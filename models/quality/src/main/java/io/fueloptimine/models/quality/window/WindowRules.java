package io.fueloptimine.models.quality.window;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.quality.expectation.NotSilent;
import io.fueloptimine.models.quality.expectation.ReadingField;
import io.fueloptimine.models.quality.expectation.WindowExpectation;
import io.fueloptimine.models.quality.suite.Rule;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A suite's rules of windows, by the key under which their tallies are kept. */
public final class WindowRules {

    /** How the ids of its records begin, and those of no other. */
    public static final String ID_PREFIX = "window/";

    private final Map<String, Ready> rules = new LinkedHashMap<>();

    public WindowRules(ValidationSuite suite) {
        suite.windowRules().forEach(rule -> rules.put(rule.memoryKey(), new Ready(rule)));
    }

    public Iterable<Ready> all() {
        return rules.values();
    }

    /** The rule of a key; empty when this suite has none of that definition. */
    public Optional<Ready> find(String memoryKey) {
        return Optional.ofNullable(rules.get(memoryKey));
    }

    /** A rule with the fields that it looks at. */
    public static final class Ready {

        private final Rule rule;
        private final String memoryKey;
        private final Map<ReadingStream, ReadingField> fields = new EnumMap<>(ReadingStream.class);

        private Ready(Rule rule) {
            this.rule = rule;
            this.memoryKey = rule.memoryKey();
            String field = rule.expectation().field();
            rule.streams().forEach(stream -> fields.put(stream, ReadingField.of(stream, field)));
        }

        public Rule rule() {
            return rule;
        }

        public String memoryKey() {
            return memoryKey;
        }

        public WindowExpectation expectation() {
            return (WindowExpectation) rule.expectation();
        }

        public boolean isOfSilence() {
            return rule.expectation() instanceof NotSilent;
        }

        public long windowMs() {
            return expectation().windowS() * 1_000;
        }

        /** The value that the rule looks at; null when the reading bears none. */
        public Object valueIn(Reading reading) {
            return fields.get(reading.stream()).valueIn(reading);
        }

        /** The record of one breach; its id follows from machine, rule and start, ms. */
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
                    ID_PREFIX + id,
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
