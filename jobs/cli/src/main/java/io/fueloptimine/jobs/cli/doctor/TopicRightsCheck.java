package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.connectors.kafka.ClusterCheck;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.TopicRights;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks that the user may read, write and describe the topics.
 *
 * @param kafka the connection
 */
record TopicRightsCheck(KafkaConnection kafka) implements SiteCheck {

    private static final String SUBJECT = "kafka rights";

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
        return result(ClusterCheck.rights(kafka));
    }

    static CheckResult result(TopicRights rights) {
        String expected = "READ, WRITE and DESCRIBE of each topic";
        if (!rights.missing().isEmpty()) {
            return CheckResult.fault(
                    SUBJECT,
                    "the user lacks " + new TreeMap<>(rights.missing()),
                    expected,
                    "Add these operations to the ACLs of the user, or run doctor as the user of the"
                            + " jobs.");
        }
        return rights.topics().isEmpty()
                ? CheckResult.warning(
                        SUBJECT,
                        "not checked, because no topic exists",
                        expected,
                        "Run deploy/fuel setup, then run doctor again.")
                : CheckResult.ok(
                        SUBJECT, "all, on " + rights.topics().size() + " topics", expected);
    }
}
