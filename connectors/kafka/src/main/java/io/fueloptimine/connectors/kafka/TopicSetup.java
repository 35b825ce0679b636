package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Compares the topics of a Kafka cluster with those that the jobs need, and creates or corrects
 * them.
 *
 * <p>Missing topics are created with their retention. Existing topics get the settings without
 * which the jobs lose records. Their retention and partitions are not changed: a mine may have
 * chosen another retention, and with more partitions a machine's records would change their
 * partition and be read out of order. Immutable.
 */
public final class TopicSetup {

    private static final int TIMEOUT_MS = 20_000;

    private final KafkaConnection kafka;
    private final List<NewTopic> missing = new ArrayList<>();
    private final Map<ConfigResource, Collection<AlterConfigOp>> wrong = new LinkedHashMap<>();
    private final List<String> changes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private TopicSetup(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Compares the topics, and changes nothing.
     *
     * @param partitions the number of partitions of new topics keyed by machine
     * @param replication the number of copies of each new topic; empty for the brokers' default
     * @throws InvalidInputException if the brokers do not answer or refuse the request
     */
    public static TopicSetup compare(
            KafkaConnection kafka, int partitions, Optional<Short> replication) {
        TopicSetup setup = new TopicSetup(kafka);
        setup.ask(
                "read the topics",
                admin -> {
                    List<TopicShape> shapes = TopicShape.all(partitions);
                    var names = shapes.stream().map(TopicShape::topic).collect(Collectors.toSet());
                    names.retainAll(admin.listTopics().names().get());
                    var topics = admin.describeTopics(names).allTopicNames().get();
                    var settings =
                            admin.describeConfigs(names.stream().map(TopicSetup::resource).toList())
                                    .all()
                                    .get();
                    for (TopicShape shape : shapes) {
                        if (names.contains(shape.topic())) {
                            setup.compare(
                                    shape,
                                    topics.get(shape.topic()),
                                    settings.get(resource(shape.topic())));
                        } else {
                            setup.create(shape, replication);
                        }
                    }
                });
        return setup;
    }

    /** What {@link #apply} will change, one line each; empty if all topics are as needed. */
    public List<String> changes() {
        return List.copyOf(changes);
    }

    /** What differs and is not changed, one line each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Makes the changes.
     *
     * @throws InvalidInputException if the brokers refuse a change; earlier ones are kept, and the
     *     next call continues
     */
    public void apply() {
        ask(
                "change the topics",
                admin -> {
                    admin.createTopics(missing).all().get();
                    KafkaFuture<Void> altered = admin.incrementalAlterConfigs(wrong).all();
                    altered.get();
                });
    }

    private void create(TopicShape shape, Optional<Short> replication) {
        Map<String, String> settings = new LinkedHashMap<>(shape.requiredSettings());
        shape.retentionMs().ifPresent(ms -> settings.put(TopicConfig.RETENTION_MS_CONFIG, ms));
        missing.add(
                new NewTopic(shape.topic(), Optional.of(shape.partitions()), replication)
                        .configs(settings));
        changes.add(
                "create topic "
                        + shape.topic()
                        + ": "
                        + shape.partitions()
                        + (shape.partitions() == 1 ? " partition, " : " partitions, ")
                        + (shape.compacted()
                                ? "compacted"
                                : "kept for " + shape.retention().toDays() + " days"));
    }

    private void compare(TopicShape shape, TopicDescription topic, Config settings) {
        List<AlterConfigOp> operations = new ArrayList<>();
        shape.requiredSettings()
                .forEach(
                        (key, needed) -> {
                            String given = settings.get(key).value();
                            if (!suffices(key, given, needed)) {
                                operations.add(set(key, needed));
                                changes.add(
                                        "topic "
                                                + shape.topic()
                                                + ": "
                                                + key
                                                + " "
                                                + given
                                                + " -> "
                                                + needed);
                            }
                        });
        if (!operations.isEmpty()) {
            wrong.put(resource(shape.topic()), operations);
        }
        int partitions = topic.partitions().size();
        if (partitions != shape.partitions()) {
            notes.add(
                    "topic "
                            + shape.topic()
                            + " has "
                            + partitions
                            + " partitions, expected "
                            + shape.partitions()
                            + "; not changed, because records would change their partition");
        }
        shape.retentionMs().ifPresent(ms -> noteRetention(shape, settings, ms));
    }

    private void noteRetention(TopicShape shape, Config settings, String expectedMs) {
        String given = settings.get(TopicConfig.RETENTION_MS_CONFIG).value();
        if (!given.equals(expectedMs)) {
            notes.add(
                    "topic "
                            + shape.topic()
                            + ": "
                            + TopicConfig.RETENTION_MS_CONFIG
                            + " is "
                            + given
                            + ", recommended "
                            + expectedMs
                            + "; not changed");
        }
    }

    /** Records may be larger than necessary. */
    private static boolean suffices(String key, String given, String needed) {
        return key.equals(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                ? Long.parseLong(given) >= Long.parseLong(needed)
                : given.equals(needed);
    }

    private static AlterConfigOp set(String key, String value) {
        return new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private void ask(String what, Request request) {
        Properties settings = kafka.clientProperties();
        settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        try (Admin admin = Admin.create(settings)) {
            request.run(admin);
        } catch (ExecutionException e) {
            throw new InvalidInputException(
                    "cannot "
                            + what
                            + " of Kafka at "
                            + kafka.bootstrapServers()
                            + ": "
                            + e.getCause().getMessage());
        } catch (KafkaException e) {
            throw new InvalidInputException(
                    "no client of Kafka at " + kafka.bootstrapServers() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + what, e);
        }
    }

    private interface Request {
        void run(Admin admin) throws ExecutionException, InterruptedException;
    }
}
