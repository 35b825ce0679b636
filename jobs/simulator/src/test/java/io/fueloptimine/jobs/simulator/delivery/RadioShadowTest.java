package io.fueloptimine.jobs.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.DuplicateDelivery;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.OutOfOrder;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.RadioShadow;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFault;
import io.fueloptimine.jobs.simulator.scenario.Span;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When the messages of machines without radio connection arrive. */
class RadioShadowTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> T1 = Set.of("T1");

    private final RecordingPublisher publisher = new RecordingPublisher();

    @Test
    void messagesOfTwoOverlappingShadowsArriveAtTheEndOfTheLater() throws Exception {
        MessageDelivery delivery = delivery(shadow(10, 20), shadow(15, 30));
        produce(delivery, "T1", 0, 29);

        assertThat(sequences("T1")).containsExactly(range(0, 10));
        assertThat(delivery.counts().held()).isEqualTo(19);
        produce(delivery, "T1", 29, 31);
        assertThat(sequences("T1")).containsExactly(range(0, 31));
    }

    @Test
    void messagesOfTwoShadowsInSuccessionArriveAtTheEndOfTheSecond() throws Exception {
        MessageDelivery delivery = delivery(shadow(10, 20), shadow(20, 25));
        produce(delivery, "T1", 0, 25);

        assertThat(sequences("T1")).containsExactly(range(0, 10));
        delivery.releaseUntil(START.plusSeconds(25));
        assertThat(sequences("T1")).containsExactly(range(0, 25));
    }

    @Test
    void messagesBetweenTwoShadowsArriveAtOnce() throws Exception {
        MessageDelivery delivery = delivery(shadow(5, 10), shadow(11, 20));
        produce(delivery, "T1", 0, 11);

        assertThat(sequences("T1")).containsExactly(range(0, 11));
        assertThat(delivery.counts().delayed()).isEqualTo(5);
    }

    /** The delay is one of the network, which the machine has reached before the shadow. */
    @Test
    void aMessageThatWasSentBeforeTheShadowAndIsDelayedArrivesInIt() throws Exception {
        Span firstTen = new Span(Duration.ZERO, Duration.ofSeconds(10));
        ScenarioFault delay = new OutOfOrder(firstTen, T1, 1, Duration.ofSeconds(30));
        MessageDelivery delivery = delivery(delay, shadow(10, 60));
        produce(delivery, "T1", 0, 60);

        assertThat(sequences("T1")).containsExactlyInAnyOrder(range(0, 10));
        delivery.releaseUntil(START.plusSeconds(60));
        assertThat(sequences("T1")).containsExactlyInAnyOrder(range(0, 60));
    }

    @Test
    void aMessageThatIsDelayedForLessThanItsShadowArrivesAtTheEndOfTheShadow() throws Exception {
        Span always = new Span(Duration.ZERO, Duration.ofHours(1));
        ScenarioFault delay = new OutOfOrder(always, T1, 1, Duration.ofSeconds(5));
        MessageDelivery delivery = delivery(delay, shadow(0, 60));
        produce(delivery, "T1", 0, 50);

        assertThat(sequences("T1")).isEmpty();
        delivery.releaseUntil(START.plusSeconds(60));
        assertThat(sequences("T1")).containsExactly(range(0, 50));
    }

    @Test
    void aShadowDoesNotHoldTheMessagesOfOtherMachines() throws Exception {
        MessageDelivery delivery = delivery(shadow(0, 100));
        for (int second = 0; second < 50; second++) {
            delivery.accept(message("T1", second));
            delivery.accept(message("T2", second));
        }

        assertThat(sequences("T1")).isEmpty();
        assertThat(sequences("T2")).containsExactly(range(0, 50));
    }

    @Test
    void copiesOfAHeldMessageArriveTogether() throws Exception {
        ScenarioFault twice =
                new DuplicateDelivery(new Span(Duration.ZERO, Duration.ofHours(1)), T1, 1);
        MessageDelivery delivery = delivery(shadow(0, 5), twice);
        produce(delivery, "T1", 0, 5);
        delivery.releaseAll();

        assertThat(sequences("T1")).containsExactly(0L, 0L, 1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L);
        assertThat(delivery.counts().duplicates()).isEqualTo(5);
        assertThat(delivery.counts().delayed()).isEqualTo(10);
        assertThat(delivery.counts().held()).isZero();
    }

    /** No message is lost, none arrives in a shadow, and those of one shadow stay in order. */
    @Test
    void randomShadowsLoseNoMessage() throws Exception {
        Random random = new Random(20260105);
        for (int trial = 0; trial < 50; trial++) {
            List<ScenarioFault> shadows = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                int from = random.nextInt(80);
                shadows.add(shadow(from, from + 1 + random.nextInt(20)));
            }
            publisher.takeAll();
            MessageDelivery delivery = delivery(shadows.toArray(ScenarioFault[]::new));
            int arrived = 0;
            for (int second = 0; second < 100; second++) {
                delivery.accept(message("T1", second));
                boolean inShadow = isInShadow(shadows, second);
                assertThat(publisher.messages().size()).isEqualTo(inShadow ? arrived : second + 1);
                arrived = publisher.messages().size();
            }
            delivery.releaseAll();

            assertThat(sequences("T1")).containsExactly(range(0, 100));
        }
    }

    private static boolean isInShadow(List<ScenarioFault> shadows, int second) {
        Instant time = START.plusSeconds(second);
        return shadows.stream().anyMatch(shadow -> shadow.span().contains(START, time));
    }

    private static ScenarioFault shadow(int fromS, int toS) {
        return new RadioShadow(
                new Span(Duration.ofSeconds(fromS), Duration.ofSeconds(toS - fromS)), T1);
    }

    private MessageDelivery delivery(ScenarioFault... faults) {
        Scenario scenario = new Scenario("shadows", List.of(faults));
        return new MessageDelivery("small", scenario, START, 9, publisher);
    }

    private static void produce(MessageDelivery delivery, String machine, int from, int to)
            throws InterruptedException {
        for (int second = from; second < to; second++) {
            delivery.accept(message(machine, second));
        }
    }

    private static MachineMessage message(String machine, int second) {
        return new MachineMessage(
                EquipmentKind.HAULTRUCK,
                machine,
                ReadingStream.TELEMETRY,
                second,
                START.plusSeconds(second),
                Map.of("speedKph", (double) second));
    }

    private static Long[] range(long from, long to) {
        return LongStream.range(from, to).boxed().toArray(Long[]::new);
    }

    private List<Long> sequences(String machine) {
        return publisher.messages().stream()
                .filter(message -> message.topic().contains("/" + machine + "/"))
                .map(RadioShadowTest::sequence)
                .toList();
    }

    private static long sequence(OutboundMessage message) {
        try {
            return JSON.readTree(message.payload()).get("sequence").longValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
