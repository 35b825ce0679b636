package io.fueloptimine.jobs.local.stack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A Kafka node in this process, broker and controller in one (KRaft), on the loopback address. */
public final class KafkaServer implements AutoCloseable {

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private KafkaServer(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Formats the folder if it is new, and starts the node.
     *
     * @throws StackException if Kafka cannot use the folder or does not start
     */
    public static KafkaServer start(Path folder, int port, int controllerPort) {
        Properties settings = settings(folder.resolve("log"), port, controllerPort);
        if (!Files.exists(folder.resolve("log").resolve("meta.properties"))) {
            format(folder, settings);
        }
        try {
            return OwnThread.run(
                    "start-kafka",
                    () -> {
                        KafkaRaftServer server =
                                new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
                        server.startup();
                        return new KafkaServer(server, "127.0.0.1:" + port);
                    });
        } catch (Exception e) {
            throw new StackException("Kafka cannot start: " + e.getMessage(), e);
        }
    }

    /** The address that clients connect to. */
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

    private static Properties settings(Path log, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", log.toString());
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

    private static void format(Path folder, Properties settings) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("server.properties");
            try (var out = Files.newBufferedWriter(file)) {
                settings.store(out, null);
            }
            String[] arguments = {
                "format", "-t", Uuid.randomUuid().toString(), "-c", file.toString(), "-g"
            };
            PrintStream printer = new PrintStream(output, true, StandardCharsets.UTF_8);
            if (StorageTool.execute(arguments, printer) != 0) {
                throw new StackException(
                        "Kafka cannot use "
                                + folder
                                + ": "
                                + output.toString(StandardCharsets.UTF_8),
                        null);
            }
        } catch (IOException e) {
            throw new StackException("Kafka cannot use " + folder + ": " + e.getMessage(), e);
        }
    }
}
