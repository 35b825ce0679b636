package io.fueloptimine.jobs.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.publish.MessagePublisher;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFault;
import io.fueloptimine.jobs.simulator.scenario.Span;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessageDeliveryTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> T1 = Set.of("T1");
    private static final Span ALWAYS = new Span(Duration.ZERO, Duration.ofHours(10));
    private static final Span SECONDS_10_TO_20 =
            new Span(Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final RecordingPublisher publisher = new RecordingPublisher();

    @Test
    void deliversUnchangedMessagesWithoutFaults() throws Exception {
        run(delivery(), 5);

        assertThat(publisher.messages())
                .extracting(OutboundMessage::topic)
                .containsOnly("small/v1/haultruck/T1/telemetry");
        assertThat(sequences()).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void repeatsOnlyTheValueOfTheStuckSensor() throws Exception {
        run(delivery(new DeliveryFault.StuckSensor(SECONDS_10_TO_20, T1, "speedKph")), 30);

        List<Double> speeds =
                publisher.messages().stream()
                        .map(m -> json(m).get("speedKph").doubleValue())
                        .toList();
        assertThat(speeds.subList(10, 20)).containsOnly(10.0);
        assertThat(speeds.get(9)).isEqualTo(9);
        assertThat(speeds.get(20)).isEqualTo(20);
        assertThat(json(publisher.messages().get(15)).get("fuelRateLph").doubleValue())
                .isEqualTo(115);
    }

    @Test
    void sendsNothingFromASilentMachine() throws Exception {
        MessageDelivery delivery = delivery(new DeliveryFault.SilentSensor(SECONDS_10_TO_20, T1));
        run(delivery, 30);

        assertThat(sequences()).hasSize(20).doesNotContain(10L, 19L).contains(9L, 20L);
        assertThat(delivery.counts().silenced()).isEqualTo(10);
    }

    @Test
    void shiftsEveryTimeOfTheMessageByTheClockSkew() throws Exception {
        MessageDelivery delivery =
                delivery(new DeliveryFault.ClockSkew(ALWAYS, T1, Duration.ofSeconds(90)));
        delivery.accept(
                new MachineMessage(
                        EquipmentKind.HAULTRUCK,
                        "T1",
                        ReadingStream.REFUEL,
                        0,
                        START,
                        Map.of("startedAt", START.minusSeconds(60))));

        JsonNode message = json(publisher.messages().get(0));
        assertThat(message.get("time").textValue()).isEqualTo("2026-01-05T08:01:30Z");
        assertThat(message.get("startedAt").textValue()).isEqualTo("2026-01-05T08:00:30Z");
    }

    @Test
    void corruptsTheGivenShareOfPayloadsInAllFourWays() throws Exception {
        MessageDelivery delivery = delivery(new DeliveryFault.CorruptPayload(ALWAYS, T1, 0.2));
        run(delivery, 2_000);

        List<String> texts =
                publisher.messages().stream().map(m -> new String(m.payload())).toList();
        long unreadable = texts.stream().filter(text -> !isJson(text)).count();
        long wordy = texts.stream().filter(text -> text.contains("\"plenty\"")).count();
        long sentinels = texts.stream().filter(text -> text.contains("3276.75")).count();
        long noise =
                publisher.messages().stream().filter(m -> m.payload()[0] == (byte) 0xFF).count();
        assertThat(delivery.counts().corrupted()).isCloseTo(400, within(60L));
        assertThat(unreadable + wordy + sentinels).isEqualTo(delivery.counts().corrupted());
        assertThat(List.of(unreadable - noise, wordy, sentinels, noise))
                .allSatisfy(count -> assertThat(count).isBetween(60L, 140L));
    }

    @Test
    void deliversDuplicatesWithTheSameBytes() throws Exception {
        MessageDelivery delivery = delivery(new DeliveryFault.DuplicateDelivery(ALWAYS, T1, 1));
        run(delivery, 3);

        assertThat(sequences()).containsExactly(0L, 0L, 1L, 1L, 2L, 2L);
        assertThat(publisher.messages().get(0).payload())
                .isEqualTo(publisher.messages().get(1).payload());
        assertThat(delivery.counts().duplicates()).isEqualTo(3);
    }

    @Test
    void delaysMessagesUpToTheLimitAndLosesNone() throws Exception {
        MessageDelivery delivery =
                delivery(new DeliveryFault.OutOfOrder(ALWAYS, T1, 0.3, Duration.ofSeconds(8)));
        run(delivery, 500);
        delivery.releaseAll();

        List<Long> sequences = sequences();
        assertThat(sequences)
                .hasSize(500)
                .doesNotHaveDuplicates()
                .isNotEqualTo(sequences.stream().sorted().toList());
        for (int i = 0; i < sequences.size(); i++) {
            assertThat((double) sequences.get(i)).isCloseTo(i, within(9.0));
        }
        assertThat(delivery.counts().delayed()).isBetween(100L, 200L);
        assertThat(delivery.counts().held()).isZero();
    }

    @Test
    void deliversMessagesOfARadioShadowInOrderAtItsEnd() throws Exception {
        MessageDelivery delivery = delivery(new DeliveryFault.RadioShadow(SECONDS_10_TO_20, T1));
        run(delivery, 20);
        assertThat(sequences()).hasSize(10);
        assertThat(delivery.counts().held()).isEqualTo(10);

        delivery.releaseUntil(START.plusSeconds(20));

        assertThat(sequences()).hasSize(20).isSorted();
    }

    @Test
    void doesNotAffectOtherMachines() throws Exception {
        run(delivery(new DeliveryFault.SilentSensor(ALWAYS, Set.of("T2"))), 3);

        assertThat(publisher.messages()).hasSize(3);
    }

    @Test
    void sameSeedSameMessagesOtherSeedOtherMessages() throws Exception {
        List<String> once = bytesOfAnUnrulyRun(7);
        List<String> again = bytesOfAnUnrulyRun(7);
        List<String> other = bytesOfAnUnrulyRun(8);

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    private static List<String> bytesOfAnUnrulyRun(long seed) throws Exception {
        RecordingPublisher publisher = new RecordingPublisher();
        MessageDelivery delivery =
                delivery(
                        seed,
                        publisher,
                        new DeliveryFault.CorruptPayload(ALWAYS, T1, 0.1),
                        new DeliveryFault.DuplicateDelivery(ALWAYS, T1, 0.1),
                        new DeliveryFault.OutOfOrder(ALWAYS, T1, 0.1, Duration.ofSeconds(30)));
        run(delivery, 300);
        delivery.releaseAll();
        return publisher.messages().stream().map(m -> new String(m.payload())).toList();
    }

    private MessageDelivery delivery(ScenarioFault... faults) {
        return delivery(42, publisher, faults);
    }

    private static MessageDelivery delivery(
            long seed, MessagePublisher publisher, ScenarioFault... faults) {
        Scenario scenario = new Scenario("test", List.of(faults));
        return new MessageDelivery("small", scenario, START, seed, publisher);
    }

    private static void run(MessageDelivery delivery, int seconds) throws InterruptedException {
        for (int second = 0; second < seconds; second++) {
            delivery.accept(
                    new MachineMessage(
                            EquipmentKind.HAULTRUCK,
                            "T1",
                            ReadingStream.TELEMETRY,
                            second,
                            START.plusSeconds(second),
                            Map.of("speedKph", (double) second, "fuelRateLph", 100.0 + second)));
        }
    }

    private List<Long> sequences() {
        return publisher.messages().stream().map(m -> json(m).get("sequence").longValue()).toList();
    }

    private static boolean isJson(String text) {
        try {
            JSON.readTree(text);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static JsonNode json(OutboundMessage message) {
        try {
            return JSON.readTree(message.payload());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
