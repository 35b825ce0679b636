package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Validates messages with a suite and collects the results; keeps state per machine stream. */
final class SuiteRun {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final MessageDecoder decoder = new MessageDecoder();
    private final Map<String, MachineRuleState> states = new HashMap<>();
    private final List<Reading> valid = new ArrayList<>();
    private final List<RuleViolation> flagged = new ArrayList<>();
    private final List<RuleViolation> rejected = new ArrayList<>();
    private final SuiteChecks checks;

    private SuiteRun(String yaml) {
        checks = new SuiteChecks(ValidationSuite.parse(yaml, "test"));
    }

    static SuiteRun of(String yaml) {
        return new SuiteRun(yaml);
    }

    /** A suite of one flagging rule for telemetry, with the given keys. */
    static SuiteRun ofRule(String keys) {
        String action = keys.contains("action:") ? "" : ", action: flag";
        return of(
                "suite: test\nrules:\n- {name: rule, stream: telemetry, severity: info"
                        + action
                        + ", "
                        + keys
                        + "}\n");
    }

    /** Validates telemetry of truck T-01, so many seconds after the start. */
    SuiteRun telemetry(double second, String fields) {
        return message("haultruck/T-01/telemetry", second, fields);
    }

    SuiteRun message(String topic, double second, String fields) {
        Instant time = START.plusMillis(Math.round(second * 1_000));
        byte[] json =
                ("{\"time\":\"" + time + "\"," + fields + "}").getBytes(StandardCharsets.UTF_8);
        RawMessage message = new RawMessage("pit/v1/" + topic, json, START, false);
        validate(((DecodeResult.Readable) decoder.decode(message)).reading(), topic);
        return this;
    }

    private void validate(Reading reading, String topic) {
        boolean stateful = !checks.stateKeys(reading.stream()).isEmpty();
        MachineRuleState state =
                stateful ? states.computeIfAbsent(topic, unused -> new MachineRuleState()) : null;
        ValidationResult result = checks.validate(reading, 0, state);
        if (result.rejection().isPresent()) {
            rejected.add(result.rejection().get());
        } else {
            valid.add(result.reading());
            flagged.addAll(result.flags());
        }
    }

    List<Reading> valid() {
        return valid;
    }

    List<RuleViolation> flagged() {
        return flagged;
    }

    List<RuleViolation> rejected() {
        return rejected;
    }

    /** What the flagging violations observed, in order. */
    List<String> observed() {
        return flagged.stream().map(RuleViolation::observed).toList();
    }

    int stateEntries() {
        return states.size();
    }
}
