package io.fueloptimine.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.Test;

class ArchiveOptionsTest {

    @Test
    void readsWhatIsGivenAndDefaultsTheRest() {
        String[] arguments = {"--kafka.bootstrap-servers", "k:9092", "--lake.path", "lake"};

        assertThat(ArchiveOptions.parse(arguments))
                .isEqualTo(
                        new ArchiveOptions(
                                KafkaConnection.of("k:9092"),
                                "fuel-archive",
                                Path.of("lake"),
                                List.of(),
                                1L << 30,
                                Duration.ofMinutes(5)));
    }

    @Test
    void reportsAllFaultsAtOnce() {
        String[] arguments = {"--lake", "x", "--checkpoint.interval", "soon"};

        assertThatThrownBy(() -> ArchiveOptions.parse(arguments))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        String.join(
                                System.lineSeparator(),
                                "unknown option lake, expected one of lake.min-free-mib, lake.path",
                                "kafka.bootstrap-servers is missing, expected host:port,host:port",
                                "lake.path is missing, expected a folder",
                                "checkpoint.interval is 'soon', expected a duration above 0 such as 10s or 5min"));
    }

    @Test
    void theReadmeNamesEveryOption() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        for (ConfigOption<?> option : ArchiveOptions.OWN) {
            assertThat(readme).contains("`--" + option.key() + "`");
        }
    }
}
