package io.fueloptimine.jobs.broker.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MosquittoSettingsTest {

    private static final Path SHIPPED = Path.of("../../deploy/brokers/mosquitto.conf");

    @Test
    void takesLimitsAndPersistenceOfTheShippedFile() throws Exception {
        assertThat(MosquittoSettings.fromFile(SHIPPED).lines())
                .contains(
                        "max_inflight_messages 4000",
                        "max_queued_messages 2000000",
                        "persistence true",
                        "autosave_interval 30");
    }

    @Test
    void leavesListenersUsersAndFoldersOut() throws Exception {
        assertThat(MosquittoSettings.fromFile(SHIPPED).lines())
                .noneMatch(line -> line.matches("(listener|password_file|acl_file|.*location).*"));
    }

    @Test
    void listensOnLoopbackAndKeepsItsDataInTheFolder() {
        assertThat(MosquittoSettings.of(50).toConfig(1883, Path.of("/data")))
                .contains("listener 1883 127.0.0.1\n", "persistence_location /data/\n")
                .contains("max_inflight_messages 50\n");
    }
}
