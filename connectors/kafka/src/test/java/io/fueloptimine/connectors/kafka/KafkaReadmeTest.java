package io.fueloptimine.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KafkaReadmeTest {

    @Test
    void documentsEveryOption() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(KafkaOptions.ALL)
                .allSatisfy(option -> assertThat(readme).contains("| `" + option.key() + "` |"));
        assertThat(readme).contains("| `" + KafkaOptions.PROPERTIES_PREFIX + "*` |");
    }
}
