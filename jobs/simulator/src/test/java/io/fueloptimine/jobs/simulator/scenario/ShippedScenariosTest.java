package io.fueloptimine.jobs.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShippedScenariosTest {

    private static final Path LOCAL = Path.of("../../deploy/local");
    private static final MineSite ANDES = MineSiteFile.read(LOCAL.resolve("mines/andes.yaml"));

    @Test
    void theDefaultScenarioFitsTheDefaultMine() {
        Scenario scenario = ScenarioFile.read(LOCAL.resolve("scenarios/default.yaml"), ANDES);

        assertThat(scenario.physicalFaults()).isNotEmpty();
        assertThat(scenario.deliveryFaults()).isNotEmpty();
    }

    @Test
    void theEveryFaultScenarioContainsEveryFaultWithinFiveAndAHalfHours() throws IOException {
        Path file = LOCAL.resolve("scenarios/every-fault.yaml");
        Scenario scenario = ScenarioFile.read(file, ANDES);

        String text = Files.readString(file);
        for (FaultType type : FaultType.values()) {
            assertThat(text).contains("type: " + type.fileName() + ",");
        }
        Instant start = Instant.EPOCH;
        assertThat(scenario.faults())
                .extracting(fault -> fault.span().until(start))
                .allMatch(end -> !end.isAfter(start.plus(Duration.ofMinutes(330))));
    }

    @Test
    void theReadmeDescribesEveryFault() throws IOException {
        String readme = Files.readString(LOCAL.resolve("scenarios/README.md"));

        for (FaultType type : FaultType.values()) {
            assertThat(readme).contains("| `" + type.fileName() + "` |");
        }
    }
}
