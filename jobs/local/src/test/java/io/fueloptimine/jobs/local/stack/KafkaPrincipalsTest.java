package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KafkaPrincipalsTest {

    @Test
    void theTableInTheReadmeHasTheRightsOfALocalRun() throws IOException {
        String readme = Files.readString(FuelHome.find().root().resolve("deploy/flink/README.md"));

        for (KafkaPrincipals.Principal principal : KafkaPrincipals.ALL) {
            assertThat(readme)
                    .contains(
                            "| `"
                                    + principal.name()
                                    + "` | "
                                    + text(principal.reads())
                                    + " | "
                                    + text(principal.writes())
                                    + " | `fuel-"
                                    + principal.name()
                                    + "` |");
        }
    }

    @Test
    void onlyJobIngestWritesValidReadingsAndOnlyJobAlarmsWritesAlerts() {
        assertThat(writersOf(Topics.READINGS_VALID)).containsExactly("ingest");
        assertThat(writersOf(Topics.FUEL_ALERTS)).containsExactly("alarms");
    }

    private static List<String> writersOf(String topic) {
        return KafkaPrincipals.ALL.stream()
                .filter(principal -> principal.writes().contains(topic))
                .map(KafkaPrincipals.Principal::name)
                .toList();
    }

    private static String text(List<String> topics) {
        if (topics.equals(Topics.KAFKA)) {
            return "all topics";
        }
        return topics.isEmpty()
                ? "none"
                : topics.stream().map(topic -> "`" + topic + "`").collect(Collectors.joining(", "));
    }
}
