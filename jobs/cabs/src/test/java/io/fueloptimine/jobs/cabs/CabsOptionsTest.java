package io.fueloptimine.jobs.cabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CabsOptionsTest {

    @Test
    void needsKafkaAndTakesASecondByDefault() {
        CabsOptions options =
                CabsOptions.parse(new String[] {"--kafka.bootstrap-servers", "k:9092"});

        assertThat(options.groupId()).isEqualTo("fuel-cabs");
        assertThat(options.checkpointInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(options.cabs()).isNotNull();
    }

    @Test
    void reportsAllFaultsAtOnce() {
        assertThatThrownBy(
                        () ->
                                CabsOptions.parse(
                                        new String[] {
                                            "--mqtt.port", "0",
                                            "--mqtt.sink.max-in-flight", "0",
                                            "--colour", "red",
                                            "--checkpoint.interval", "soon"
                                        }))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("unknown option colour")
                .hasMessageContaining("kafka.bootstrap-servers is missing")
                .hasMessageContaining("mqtt.port is 0")
                .hasMessageContaining("mqtt.sink.max-in-flight is 0")
                .hasMessageContaining("checkpoint.interval is 'soon'");
    }

    @Test
    void hasEveryOptionOfItsOwnInTheReadme() throws Exception {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(CabsOptions.OWN)
                .allSatisfy(option -> assertThat(readme).contains("`" + option.key() + "`"));
    }
}
