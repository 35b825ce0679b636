package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.TopicSetup;
import java.util.List;
import java.util.Optional;

/**
 * Compares partitions and retention of the topics that exist with the recommended ones. Setup does
 * not change them.
 *
 * @param kafka the connection
 * @param partitions the partitions of a topic keyed by machine
 */
record TopicShapeCheck(KafkaConnection kafka, int partitions) implements SiteCheck {

    private static final String SUBJECT = "kafka partitions and retention";

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
        List<String> notes = TopicSetup.compare(kafka, partitions, Optional.empty()).notes();
        String expected = partitions + " partitions per machine topic, retention as documented";
        return notes.isEmpty()
                ? CheckResult.ok(SUBJECT, "no topic differs", expected)
                : CheckResult.warning(
                        SUBJECT,
                        String.join("; ", notes),
                        expected,
                        "Give --partitions if the number is intended; otherwise change the topics"
                                + " with Kafka's own scripts while the jobs are stopped.");
    }
}
