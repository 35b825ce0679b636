package io.fueloptimine.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTopicsITCase {

    private static final Instant AT = Instant.parse("2026-01-05T08:00:00.250Z");

    @TempDir static Path folder;
    private static KafkaInProcess kafka;

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = new KafkaInProcess(folder);
        KafkaTopics.ensure(connection(), 3);
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @Test
    void createsMissingTopicsAndKeepsExistingOnes() throws Exception {
        KafkaTopics.ensure(connection(), 5);

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var topics = admin.describeTopics(Topics.KAFKA).allTopicNames().get();
            assertThat(topics.keySet()).containsExactlyInAnyOrderElementsOf(Topics.KAFKA);
            assertThat(topics.get(Topics.READINGS_VALID).partitions()).hasSize(3);
            assertThat(topics.get(Topics.DISPATCH_PLANS).partitions()).hasSize(1);
        }
    }

    @Test
    void roundTripsReadingsAndSkipsUnreadableValues() throws Exception {
        List<Reading> sent = IntStream.range(0, 200).mapToObj(KafkaTopicsITCase::note).toList();
        write(sent, Reading.class, KafkaTopics.sink(connection(), Topics.READINGS_VALID));
        publish(Topics.READINGS_VALID, "{not json");
        publish(Topics.READINGS_VALID, "null");
        publish(Topics.READINGS_VALID, "[1, 2]");
        publish(Topics.READINGS_VALID, "{\"machineId\":\"T1\"}");
        publish(Topics.READINGS_VALID, null);
        publish(Topics.READINGS_VALID, "{\"stream\":\"NO_SUCH_STREAM\"}");

        List<Reading> read = read(Topics.READINGS_VALID, Reading.class);

        assertThat(read).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void roundTripsAssignments() throws Exception {
        AssignmentMessage.Request request =
                new AssignmentMessage.Request(
                        "A1", "Load", "FACE-1", "SH1", List.of("R1"), "PLAN", 3.5, AT, "P1");
        AssignmentMessage message =
                new AssignmentMessage("Open-Autonomy", 1, AT, "mine", "T1", List.of(request));
        write(
                List.of(message),
                AssignmentMessage.class,
                KafkaTopics.sink(connection(), Topics.DISPATCH_ASSIGNMENTS));

        assertThat(read(Topics.DISPATCH_ASSIGNMENTS, AssignmentMessage.class))
                .containsExactly(message);
    }

    @Test
    void readsSeveralTopicsWithAReaderEach() throws Exception {
        write(List.of(note(1)), Reading.class, KafkaTopics.sink(connection(), "notes"));
        publish("notes", "{not json");
        publish("texts", "{not json");
        KafkaSource<Reading> source =
                KafkaTopics.source(
                        connection(),
                        Map.of(
                                "notes", ValueReader.ofJson(Reading.class, reading -> reading),
                                "texts", ValueReader.ofText(text -> note(2, text))),
                        "several",
                        Reading.class);

        assertThat(
                        environment()
                                .fromSource(source, WatermarkStrategy.noWatermarks(), "several")
                                .uid("source")
                                .executeAndCollect(2))
                .containsExactlyInAnyOrder(note(1), note(2, "{not json"));
    }

    @Test
    void skipsARecordThatIsTooLarge() throws Exception {
        Reading huge = note(1, "x".repeat(KeyedJsonSerializer.MAX_RECORD_BYTES));
        write(List.of(huge, note(2)), Reading.class, KafkaTopics.sink(connection(), "large"));

        assertThat(read("large", Reading.class)).containsExactly(note(2));
    }

    @Test
    void refusesTypesThatAreNotPojos() {
        assertThatThrownBy(() -> new JsonRecordDeserializer<>(Object.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }

    private static <T> void write(List<T> records, Class<T> type, Sink<T> sink) throws Exception {
        StreamExecutionEnvironment env = environment();
        env.fromData(TypeInformation.of(type), (T[]) records.toArray(newArray(type, 0)))
                .uid("records")
                .sinkTo(sink)
                .uid("kafka");
        env.execute();
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] newArray(Class<T> type, int length) {
        return (T[]) java.lang.reflect.Array.newInstance(type, length);
    }

    private static <T> List<T> read(String topic, Class<T> type) throws Exception {
        StreamExecutionEnvironment env = environment();
        KafkaSource<T> source = KafkaTopics.boundedSource(connection(), topic, "test", type);
        List<T> read = new ArrayList<>();
        try (var rows =
                env.fromSource(source, WatermarkStrategy.noWatermarks(), topic)
                        .uid("source")
                        .executeAndCollect()) {
            rows.forEachRemaining(read::add);
        }
        return read;
    }

    private static KafkaConnection connection() {
        return KafkaConnection.of(kafka.bootstrapServers());
    }

    private static StreamExecutionEnvironment environment() {
        Configuration settings = new Configuration();
        settings.setString("pipeline.generic-types", "false");
        settings.setString("restart-strategy.type", "none");
        return StreamExecutionEnvironment.createLocalEnvironment(2, settings);
    }

    private static void publish(String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
            byte[] payload = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, payload)).get();
        }
    }

    private static Reading note(int number) {
        return note(number, "rueda pinchada");
    }

    private static Reading note(int number, String text) {
        return new Reading(
                "mine",
                EquipmentKind.HAULTRUCK,
                "T" + number % 7,
                ReadingStream.NOTE,
                number,
                AT.plusSeconds(number),
                AT,
                false,
                List.of(),
                null,
                null,
                null,
                new Note("operator", text),
                null,
                null);
    }
}
