package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the brokers of Kafka whether they answer and what they allow. Changes nothing. */
public final class ClusterCheck {

    private static final int LIMIT_MS = 10_000;
    private static final List<AclOperation> NEEDED =
            List.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE);

    private ClusterCheck() {}

    /**
     * The number of brokers that the cluster has.
     *
     * @throws InvalidInputException if no broker answers within 10 s, or one refuses the request
     */
    public static int brokers(KafkaConnection kafka) {
        return ask(kafka, admin -> admin.describeCluster().nodes().get().size());
    }

    /**
     * The rights that the user lacks, of those that the jobs need: READ, WRITE and DESCRIBE. Topics
     * that do not exist are left out.
     *
     * @throws InvalidInputException as {@link #brokers}
     */
    public static TopicRights rights(KafkaConnection kafka) {
        return ask(
                kafka,
                admin -> {
                    var options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
                    var topics = admin.describeTopics(Topics.KAFKA, options).topicNameValues();
                    Set<String> asked = new TreeSet<>();
                    Map<String, List<String>> missing = new TreeMap<>();
                    for (var topic : topics.entrySet()) {
                        operations(topic.getValue())
                                .ifPresent(
                                        allowed -> {
                                            asked.add(topic.getKey());
                                            List<String> lacks = lacks(allowed);
                                            if (!lacks.isEmpty()) {
                                                missing.put(topic.getKey(), lacks);
                                            }
                                        });
                    }
                    return new TopicRights(asked, missing);
                });
    }

    /** What the user may do with a topic; empty if the topic does not exist. */
    private static Optional<Set<AclOperation>> operations(KafkaFuture<TopicDescription> topic)
            throws ExecutionException, InterruptedException {
        try {
            Set<AclOperation> allowed = topic.get().authorizedOperations();
            return Optional.of(allowed == null ? Set.of() : allowed);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static List<String> lacks(Set<AclOperation> allowed) {
        List<String> lacks = new ArrayList<>();
        NEEDED.stream()
                .filter(operation -> !allowed.contains(operation))
                .forEach(operation -> lacks.add(operation.name()));
        return lacks;
    }

    private static <T> T ask(KafkaConnection kafka, Question<T> question) {
        Properties settings = kafka.clientProperties();
        settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MS);
        settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MS);
        try (Admin admin = Admin.create(settings)) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw new InvalidInputException(
                    "no answer of Kafka at "
                            + kafka.bootstrapServers()
                            + ": "
                            + e.getCause().getMessage());
        } catch (KafkaException e) {
            throw new InvalidInputException(
                    "no client of Kafka at " + kafka.bootstrapServers() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka", e);
        }
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }
}
