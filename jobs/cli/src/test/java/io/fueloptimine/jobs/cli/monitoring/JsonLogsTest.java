package io.fueloptimine.jobs.cli.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.logging.log4j.CloseableThreadContext;
import org.apache.logging.log4j.core.LoggerContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logging configuration that writes JSON. */
class JsonLogsTest {

    private static final Path CONFIGURATIONS = Path.of("../../flink-conf/standalone");
    private static final Path JSON = CONFIGURATIONS.resolve("log4j2-json.properties");
    private static final String LOG_FILE = "log.file";

    @TempDir private Path folder;

    @Test
    void writesOneObjectPerEventWithTheIdsOfTheContext() throws Exception {
        List<String> lines = log("first line\nsecond \"line\"");

        assertThat(lines).hasSize(2);
        JsonNode event = new ObjectMapper().readTree(lines.get(0));
        assertThat(event.path("message").asText()).isEqualTo("first line\nsecond \"line\"");
        assertThat(event.path("level").asText()).isEqualTo("WARN");
        assertThat(event.path("logger").asText()).isEqualTo("mine");
        assertThat(event.path("time").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(event.path("machineId").asText()).isEqualTo("T01");
        assertThat(event.path("traceId").asText()).isEqualTo("4bf92f3577b34da6");
        assertThat(event.path("site").asText()).isEqualTo("andes");
        assertThat(event.path("jobId").asText()).isEqualTo("0123");
        assertThat(event.path("exception").asText()).contains("IllegalStateException: broken");
    }

    @Test
    void namesNoMachineWhereTheContextHasNone() throws Exception {
        JsonNode event = new ObjectMapper().readTree(log("a message").get(1));
        assertThat(event.path("message").asText()).isEqualTo("without context");
        assertThat(event.path("machineId").asText("")).isIn("", "null");
    }

    @Test
    void isOtherwiseEqualToThePlainConfiguration() throws Exception {
        assertThat(withoutLayout(JSON))
                .isEqualTo(withoutLayout(CONFIGURATIONS.resolve("log4j2.properties")));
    }

    private List<String> log(String message) throws IOException {
        Path file = folder.resolve("flink.log");
        System.setProperty(LOG_FILE, file.toString());
        try (LoggerContext context = new LoggerContext("json", null, JSON.toUri())) {
            context.start();
            try (CloseableThreadContext.Instance ignored =
                    CloseableThreadContext.put("machineId", "T01")
                            .put("site", "andes")
                            .put("traceId", "4bf92f3577b34da6")
                            .put("flink-job-id", "0123")) {
                context.getLogger("mine").warn(message, new IllegalStateException("broken"));
            }
            context.getLogger("mine").info("without context");
        } finally {
            System.clearProperty(LOG_FILE);
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }

    private static Map<String, String> withoutLayout(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("appender.file.layout."))
                .collect(
                        Collectors.toMap(
                                name -> name,
                                properties::getProperty,
                                (first, second) -> first,
                                TreeMap::new));
    }
}
