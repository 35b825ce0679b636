package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.connectors.kafka.ClusterCheck;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.models.mine.input.InvalidInputException;

/**
 * Checks that the brokers of Kafka answer.
 *
 * @param kafka the connection
 */
record KafkaCheck(KafkaConnection kafka) implements SiteCheck {

    static final String SUBJECT = "kafka";

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public CheckResult run() {
        String expected = "an answer within 10 s";
        try {
            int brokers = ClusterCheck.brokers(kafka);
            return CheckResult.ok(
                    SUBJECT,
                    kafka.bootstrapServers()
                            + " answers, "
                            + brokers
                            + (brokers == 1 ? " broker" : " brokers"),
                    expected);
        } catch (InvalidInputException e) {
            return CheckResult.fault(
                    SUBJECT,
                    String.valueOf(e.getMessage()),
                    expected,
                    "Start the brokers, or correct --kafka and --kafka-option.");
        }
    }
}
