package io.fueloptimine.jobs.cli.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.jobs.cli.FreePorts;
import io.fueloptimine.jobs.cli.FuelCommands;
import io.fueloptimine.jobs.local.stack.KafkaServer;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.training.report.SmallRegistry;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promotions and rollbacks reach the running jobs' topic, on a real broker. */
class ModelAnnouncementITCase {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void everyMoveOfAnAliasIsAnnouncedUnderTheModelsName() throws Exception {
        Path registry = folder.resolve("registry");
        SmallRegistry.in(registry);
        Ports ports = FreePorts.find();
        try (KafkaServer kafka =
                KafkaServer.start(
                        folder.resolve("kafka"), ports.kafka(), ports.kafkaController())) {
            KafkaTopics.ensure(KafkaConnection.of(kafka.bootstrapServers()), 1);
            assertThat(models(registry, kafka, "promote", "1")).isZero();
            assertThat(models(registry, kafka, "promote", "2")).isZero();
            assertThat(models(registry, kafka, "rollback")).isZero();

            assertThat(announced(kafka))
                    .extracting(ModelAnnouncement::name, ModelAnnouncement::version)
                    .containsExactly(
                            tuple("fuel-window", 1),
                            tuple("fuel-window", 2),
                            tuple("fuel-window", 1));
        }
    }

    private static int models(Path registry, KafkaServer kafka, String... what) {
        List<String> arguments = new ArrayList<>(List.of("models"));
        arguments.addAll(List.of(what));
        arguments.addAll(
                List.of("--registry", registry.toString(), "--kafka", kafka.bootstrapServers()));
        return FuelCommands.execute(arguments.toArray(String[]::new));
    }

    private static List<ModelAnnouncement> announced(KafkaServer kafka) throws IOException {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "group.id", "test",
                        "auto.offset.reset", "earliest");
        List<ModelAnnouncement> announced = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.MODELS_CHAMPION));
            long end = System.nanoTime() + LIMIT.toNanos();
            while (announced.size() < 3 && System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    assertThat(new String(record.key(), StandardCharsets.UTF_8))
                            .isEqualTo("fuel-window");
                    announced.add(MineJson.fromBytes(record.value(), ModelAnnouncement.class));
                }
            }
        }
        return announced;
    }
}
