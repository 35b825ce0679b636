package io.fueloptimine.jobs.local.stack;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka node in this process on the loopback address. The node is both broker and controller
 * (KRaft mode).
 */
public final class KafkaServer implements AutoCloseable {

    private static final int NODE_ID = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private KafkaServer(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the node without encryption and authentication. A new folder is first formatted for
     * Kafka.
     *
     * @throws StackException if Kafka cannot use the folder or does not start
     */
    public static KafkaServer start(Path folder, int port, int controllerPort) {
        return start(folder, port, controllerPort, Optional.empty());
    }

    /**
     * Starts the node.
     *
     * @param security certificates and users; empty for a node without encryption and
     *     authentication
     * @throws StackException if Kafka cannot use the folder or does not start
     */
    public static KafkaServer start(
            Path folder, int port, int controllerPort, Optional<StackSecurity> security) {
        Path log = folder.resolve("log").toAbsolutePath();
        if (!Files.exists(log.resolve("meta.properties"))) {
            format(log);
        }
        Map<String, Object> properties = settings(log, port, controllerPort);
        security.ifPresent(
                given -> properties.putAll(KafkaSecurity.settings(given, port, controllerPort)));
        KafkaConfig settings = new KafkaConfig(properties);
        try {
            return OwnThread.run(
                    "start-kafka",
                    () -> {
                        KafkaRaftServer server = new KafkaRaftServer(settings, Time.SYSTEM);
                        server.startup();
                        return new KafkaServer(server, "127.0.0.1:" + port);
                    });
        } catch (Exception e) {
            throw new StackException("Kafka cannot start: " + e.getMessage(), e);
        }
    }

    /** The address to which clients connect. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        try {
            OwnThread.run(
                    "stop-kafka",
                    () -> {
                        server.shutdown();
                        server.awaitShutdown();
                        return null;
                    });
        } catch (Exception e) {
            throw new StackException("Kafka did not stop cleanly: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> settings(Path log, int port, int controllerPort) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER);
        // A list, because a text would be split at commas.
        settings.put("log.dirs", List.of(log.toString()));
        settings.put("num.partitions", "2");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "2");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "2");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // Record timestamps are mine time, which can differ from the wall clock: keep by size only.
        settings.put("log.retention.ms", "-1");
        settings.put("log.retention.bytes", Long.toString(4L << 30));
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("auto.create.topics.enable", "false");
        return settings;
    }

    /**
     * Formats a folder for Kafka. This method calls the class behind Kafka's storage tool, because
     * the tool itself does not accept a comma in the name of a folder.
     */
    private static void format(Path log) {
        try {
            Files.createDirectories(log);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE_ID)
                    .setControllerListenerName(CONTROLLER)
                    .setDirectories(List.of(log.toString()))
                    .setMetadataLogDirectory(log.toString())
                    .setIgnoreFormatted(true)
                    .setPrintStream(
                            new PrintStream(
                                    OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw new StackException("Kafka cannot use " + log + ": " + e.getMessage(), e);
        }
    }
}
