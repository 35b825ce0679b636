package io.fueloptimine.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.alarms.AlarmsJob;
import io.fueloptimine.jobs.alarms.AlarmsOptions;
import io.fueloptimine.jobs.archive.ArchiveJob;
import io.fueloptimine.jobs.archive.ArchiveOptions;
import io.fueloptimine.jobs.cabs.CabsJob;
import io.fueloptimine.jobs.cabs.CabsOptions;
import io.fueloptimine.jobs.dispatch.DispatchJob;
import io.fueloptimine.jobs.dispatch.DispatchOptions;
import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.fuel.FuelOptions;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.ingest.IngestOptions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** High availability stores job graphs, which therefore hold no secret, only the names of files. */
class SecretsInJobGraphsTest {

    private static final String SECRET = "s3cret-of-";

    @TempDir Path folder;

    static Stream<Arguments> jobs() {
        return Stream.of(
                job(
                        "ingest",
                        true,
                        false,
                        (env, a) -> IngestJob.build(env, IngestOptions.parse(a))),
                job("fuel", false, true, (env, a) -> FuelJob.build(env, FuelOptions.parse(a))),
                job(
                        "alarms",
                        false,
                        true,
                        (env, a) -> AlarmsJob.build(env, AlarmsOptions.parse(a))),
                job(
                        "dispatch",
                        false,
                        true,
                        (env, a) -> DispatchJob.build(env, DispatchOptions.parse(a))),
                job(
                        "archive",
                        false,
                        false,
                        (env, a) -> ArchiveJob.build(env, ArchiveOptions.parse(a))),
                job("cabs", true, false, (env, a) -> CabsJob.build(env, CabsOptions.parse(a))));
    }

    private static Arguments job(
            String name,
            boolean mqtt,
            boolean sql,
            BiConsumer<StreamExecutionEnvironment, String[]> build) {
        return Arguments.of(name, mqtt, sql, build);
    }

    @BeforeEach
    void writeSecrets() throws IOException {
        for (String name : List.of("kafka", "kafka-trust", "kafka-key", "mqtt", "mqtt-trust")) {
            Files.writeString(folder.resolve(name), SECRET + name + "\n");
        }
        Files.writeString(folder.resolve("mqtt-key"), SECRET + "mqtt-key\n");
        Files.writeString(folder.resolve("sql"), SECRET + "sql\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jobs")
    void noJobGraphHoldsASecret(
            String name,
            boolean mqtt,
            boolean sql,
            BiConsumer<StreamExecutionEnvironment, String[]> build)
            throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        build.accept(env, arguments(name, mqtt, sql).toArray(String[]::new));
        StreamGraph stream = env.getStreamGraph();
        byte[] job = InstantiationUtil.serializeObject(stream.getJobGraph());
        stream.serializeUserDefinedInstances();

        for (byte[] graph : List.of(job, InstantiationUtil.serializeObject(stream))) {
            assertThat(holds(graph, SECRET)).as("a secret").isFalse();
            assertThat(holds(graph, folder.resolve("kafka").toString())).as("a file").isTrue();
            assertThat(holds(graph, folder.resolve("sql").toString())).isEqualTo(sql);
            assertThat(holds(graph, folder.resolve("mqtt").toString())).isEqualTo(mqtt);
        }
    }

    /** The search finds a text as characters in any form, and in Base64. */
    @Test
    void findsASecret() throws IOException {
        byte[] text = "abc s3cret-of-x".getBytes(StandardCharsets.UTF_16LE);
        String base64 = Base64.getEncoder().encodeToString("s3cret-of-x".getBytes());

        assertThat(holds(text, SECRET)).isTrue();
        assertThat(holds(InstantiationUtil.serializeObject(Map.of("a", SECRET)), SECRET)).isTrue();
        assertThat(holds(base64.getBytes(StandardCharsets.US_ASCII), SECRET)).isTrue();
        assertThat(holds("secret".getBytes(StandardCharsets.UTF_8), SECRET)).isFalse();
    }

    private List<String> arguments(String name, boolean mqtt, boolean sql) throws IOException {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--kafka.bootstrap-servers", "localhost:9092",
                                "--kafka.sasl.mechanism", "SCRAM-SHA-512",
                                "--kafka.sasl.username", "fuel",
                                "--kafka.sasl.password-file", file("kafka"),
                                "--kafka.tls.enabled", "true",
                                "--kafka.tls.trust-store", file("trust.p12"),
                                "--kafka.tls.trust-store-password-file", file("kafka-trust"),
                                "--kafka.tls.key-store", file("key.p12"),
                                "--kafka.tls.key-store-password-file", file("kafka-key")));
        if (mqtt) {
            all.addAll(
                    List.of(
                            "--mqtt.host", "localhost",
                            "--mqtt.username", "fuel",
                            "--mqtt.password-file", file("mqtt"),
                            "--mqtt.tls.enabled", "true",
                            "--mqtt.tls.trust-store", file("trust.p12"),
                            "--mqtt.tls.trust-store-password-file", file("mqtt-trust"),
                            "--mqtt.tls.key-store", file("key.p12"),
                            "--mqtt.tls.key-store-password-file", file("mqtt-key")));
        }
        if (sql) {
            all.addAll(
                    List.of(
                            "--mines.folder", "../../deploy/local/mines",
                            "--sql.url", "jdbc:sqlserver://localhost;databaseName=mine",
                            "--sql.user", "fuel",
                            "--sql.password-file", file("sql")));
        }
        all.addAll(own(name));
        return all;
    }

    private List<String> own(String name) {
        return switch (name) {
            case "ingest" ->
                    List.of(
                            "--mqtt.group", "fuel",
                            "--mqtt.topic-filters", "mine/v1/#",
                            "--sparkplug.site", "mine");
            case "fuel", "alarms", "dispatch" ->
                    List.of("--registry.path", "../../models/registry");
            case "archive" -> List.of("--lake.path", file("lake"));
            default -> List.of();
        };
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static boolean holds(byte[] bytes, String text) {
        return Stream.of(
                                StandardCharsets.UTF_8,
                                StandardCharsets.UTF_16BE,
                                StandardCharsets.UTF_16LE)
                        .anyMatch(charset -> indexOf(bytes, text, charset))
                || Stream.of(0, 1, 2)
                        .anyMatch(
                                shift ->
                                        indexOf(
                                                bytes,
                                                base64(text, shift),
                                                StandardCharsets.UTF_8));
    }

    private static boolean indexOf(byte[] bytes, String text, Charset charset) {
        String found = new String(bytes, StandardCharsets.ISO_8859_1);
        return found.contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1));
    }

    /** The characters that do not depend on the bytes around it. */
    private static String base64(String text, int shift) {
        byte[] shifted = (" ".repeat(shift) + text).getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return encoded.substring(shift == 0 ? 0 : 4, encoded.length() - 2);
    }
}
