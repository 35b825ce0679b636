package io.fueloptimine.jobs.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.simulator.scenario.ScenarioConditions;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFile;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.JRE;

/**
 * Compares all messages that a scenario delivers with the hash of an earlier version's messages.
 *
 * <p>Limited to one processor architecture and to Java 17 and 18: {@link Math} may differ in the
 * last bit, and Java 19 writes some numbers with fewer digits.
 */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
@EnabledForJreRange(min = JRE.JAVA_17, max = JRE.JAVA_18)
class DeliveredMessagesTest {

    private static final Instant START = PitSettings.DEFAULT_START;

    @Test
    void deliversTheSameBytesInTheSameOrder() throws Exception {
        MineSite site = MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
        Scenario scenario =
                ScenarioFile.read(Path.of("../../deploy/local/scenarios/every-fault.yaml"), site);
        RecordingPublisher publisher = new RecordingPublisher();
        MessageDelivery delivery = new MessageDelivery(site.site(), scenario, START, 7, publisher);
        List<MachineMessage> messages = new ArrayList<>();
        Pit pit =
                new Pit(
                        site,
                        PitSettings.of(7),
                        new ScenarioConditions(scenario, START),
                        messages::add);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int minute = 1; minute <= 330; minute++) {
            pit.advanceTo(START.plus(Duration.ofMinutes(minute)));
            for (MachineMessage message : messages) {
                delivery.accept(message);
            }
            messages.clear();
            for (OutboundMessage message : publisher.takeAll()) {
                digest.update(message.machineId().getBytes(StandardCharsets.UTF_8));
                digest.update(message.topic().getBytes(StandardCharsets.UTF_8));
                digest.update(message.payload());
            }
        }

        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("717fe6418a473bd1beba6fac50443c15b7c306aedf37a8fd637dc768daf6a228");
    }
}
