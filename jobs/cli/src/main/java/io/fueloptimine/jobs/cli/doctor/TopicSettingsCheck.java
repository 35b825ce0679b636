package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.TopicSetup;
import java.util.List;
import java.util.Optional;

/**
 * Checks that all topics exist and have the settings without which the jobs lose records.
 *
 * @param kafka the connection
 * @param partitions the partitions of a topic keyed by machine
 */
record TopicSettingsCheck(KafkaConnection kafka, int partitions) implements SiteCheck {

    static final String SUBJECT = "kafka topics";

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public Optional<String> needs() {
        return Optional.of(KafkaCheck.SUBJECT);
    }

    @Override
    public CheckResult run() {
        List<String> changes = TopicSetup.compare(kafka, partitions, Optional.empty()).changes();
        String expected = "the topics, cleanup policies and sizes of fuel setup";
        return changes.isEmpty()
                ? CheckResult.ok(SUBJECT, "nothing to change", expected)
                : CheckResult.fault(
                        SUBJECT,
                        "setup would " + String.join("; ", changes),
                        expected,
                        "Run deploy/fuel setup with the same connection options.");
    }
}
