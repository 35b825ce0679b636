package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.mqtt.MqttSourceSettings;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IngestOptionsTest {

    @Test
    void usesTheShippedSuiteAndOneSecondByDefault() {
        IngestOptions options =
                IngestOptions.parse(
                        new String[] {
                            "--kafka.bootstrap-servers", "k:9092",
                            "--mqtt.group", "ingest",
                            "--mqtt.topic-filters", "pit/v1/haultruck/#;pit/v1/shovel/#"
                        });

        assertThat(options.kafka().bootstrapServers()).isEqualTo("k:9092");
        assertThat(options.checkpointInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(options.rules().rules()).isNotEmpty();
        assertThat(options.clocks().maxAhead()).isEqualTo(Duration.ofMinutes(5));
        assertThat(options.clocks().isKnown("pit", "T01")).isFalse();
        assertThat(options.messages().settings().topicFilters())
                .containsExactly("pit/v1/haultruck/#", "pit/v1/shovel/#");
    }

    @Test
    void readsSparkplugInItsOwnSession() {
        IngestOptions options =
                IngestOptions.parse(
                        new String[] {
                            "--kafka.bootstrap-servers", "k:9092",
                            "--mqtt.group", "ingest",
                            "--mqtt.topic-filters", "pit/v1/haultruck/#",
                            "--mqtt.session-prefix", "east",
                            "--mqtt.sessions", "4",
                            "--sparkplug.site", "pit"
                        });

        MqttSourceSettings sparkplug = options.sparkplug().orElseThrow().messages().settings();
        assertThat(sparkplug.group()).isEqualTo("ingest-sparkplug");
        assertThat(sparkplug.sessionPrefix()).isEqualTo("east-sparkplug");
        assertThat(sparkplug.sessions()).isEqualTo(1);
        assertThat(sparkplug.topicFilters()).containsExactly("spBv1.0/pit/#");
        assertThat(options.sources().sparkplug()).isPresent();
    }

    @Test
    void readsTheMineFiles() {
        IngestOptions options =
                IngestOptions.parse(
                        new String[] {
                            "--kafka.bootstrap-servers", "k:9092",
                            "--mqtt.group", "ingest",
                            "--mqtt.topic-filters", "pit/v1/haultruck/#",
                            "--mines.folder", "../../deploy/local/mines"
                        });

        assertThat(options.mines().bySite()).isNotEmpty();
    }

    @Test
    void reportsAllFaultsAtOnce() {
        assertThatThrownBy(
                        () ->
                                IngestOptions.parse(
                                        new String[] {
                                            "--mqtt.sessions", "0",
                                            "--colour", "red",
                                            "--sparkplug.site", "pit/#",
                                            "--rules.file", "no-such-file.yaml",
                                            "--mines.folder", "no-such-folder",
                                            "--clock.max-ahead", "-1s",
                                            "--clock.open-sites", "pit;a/b",
                                            "--checkpoint.interval", "soon"
                                        }))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("unknown option colour")
                .hasMessageContaining("kafka.bootstrap-servers is missing")
                .hasMessageContaining("no-such-file.yaml")
                .hasMessageContaining("mines.folder: mine file no-such-folder does not exist")
                .hasMessageContaining("checkpoint.interval is 'soon'")
                .hasMessageContaining("clock.max-ahead is '-1s'")
                .hasMessageContaining("clock.open-sites is 'a/b'")
                .hasMessageContaining("mqtt.sessions")
                .hasMessageContaining("sparkplug.site is 'pit/#'")
                .hasMessageContaining("mqtt.group");
    }

    @Test
    void readmeListsEveryOption() throws Exception {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(IngestOptions.OWN)
                .allSatisfy(option -> assertThat(readme).contains("`" + option.key() + "`"));
    }
}
