package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.local.account.ResultTables;
import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.models.mine.Topics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataServersITCase {

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("io.fueloptimine.jobs.local.stack.FolderNames#combined")
    void keepTheirDataInAFolderWithAnyName(String name) throws Exception {
        Ports ports = freePorts();
        try (DataFolder data = DataFolder.open(folder.resolve(name))) {
            try (DataServers servers = DataServers.start(data, ports, 1, part -> {})) {
                send(servers.bootstrapServers());
            }
            assertThat(data.kafka().resolve("log").resolve("meta.properties")).exists();
            assertThat(data.sql().resolve("fueloptimine.mv.db")).exists();

            try (DataServers servers = DataServers.start(data, ports, 1, part -> {});
                    TopicMonitor topics = new TopicMonitor(servers.bootstrapServers());
                    ResultTables tables = new ResultTables(servers.sql())) {
                assertThat(topics.validReadings()).isEqualTo(1);
                assertThat(tables.counts().windows()).isZero();
            }
        }
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries).containsExactly(folder.resolve(name));
        }
    }

    private static void send(String bootstrapServers) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            byte[] value = "{}".getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(Topics.READINGS_VALID, value)).get();
        }
    }

    private static Ports freePorts() throws Exception {
        try (ServerSocket kafka = open();
                ServerSocket controller = open();
                ServerSocket sql = open()) {
            return new Ports(
                    0, 0, kafka.getLocalPort(), controller.getLocalPort(), sql.getLocalPort());
        }
    }

    private static ServerSocket open() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
