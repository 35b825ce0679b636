package io.fueloptimine.jobs.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageRandomTest {

    private final MessageRandom random = new MessageRandom(42);

    @Test
    void isTheSameForAMessageInEveryRun() {
        MessageRandom afterRestart = new MessageRandom(42);
        for (int sequence = 0; sequence < 100; sequence++) {
            MachineMessage message = message("T1", ReadingStream.TELEMETRY, sequence);

            assertThat(afterRestart.uniform(3, message)).isEqualTo(random.uniform(3, message));
        }
    }

    /** The body and the time of a message do not matter: a restored mine may differ in them. */
    @Test
    void dependsOnTheIdentityOfTheMessageOnly() {
        MachineMessage message = message("T1", ReadingStream.TELEMETRY, 5);
        MachineMessage other =
                new MachineMessage(
                        EquipmentKind.HAULTRUCK,
                        "T1",
                        ReadingStream.TELEMETRY,
                        5,
                        Instant.EPOCH.plusSeconds(9),
                        Map.of("speedKph", 3.0));

        assertThat(random.bits(0, other)).isEqualTo(random.bits(0, message));
    }

    @Test
    void differsBySeedDrawMachineStreamAndSequence() {
        Set<Long> bits = new HashSet<>();
        for (int sequence = 0; sequence < 50; sequence++) {
            for (String machine : new String[] {"T1", "T2"}) {
                for (ReadingStream stream : ReadingStream.values()) {
                    MachineMessage message = message(machine, stream, sequence);
                    bits.add(random.bits(0, message));
                    bits.add(random.bits(1, message));
                    bits.add(new MessageRandom(43).bits(0, message));
                }
            }
        }

        assertThat(bits).hasSize(50 * 2 * ReadingStream.values().length * 3);
    }

    @Test
    void isUniformOverSuccessiveMessages() {
        double[] draws =
                IntStream.range(0, 20_000)
                        .mapToObj(i -> message("T1", ReadingStream.TELEMETRY, i))
                        .mapToDouble(message -> random.uniform(0, message))
                        .toArray();

        assertThat(DoubleStream.of(draws).average().orElseThrow()).isCloseTo(0.5, within(0.01));
        for (int tenth = 0; tenth < 10; tenth++) {
            double low = tenth / 10.0;
            long within = DoubleStream.of(draws).filter(d -> d >= low && d < low + 0.1).count();
            assertThat(within).isBetween(1_800L, 2_200L);
        }
    }

    private static MachineMessage message(String machine, ReadingStream stream, int sequence) {
        return new MachineMessage(
                EquipmentKind.HAULTRUCK, machine, stream, sequence, Instant.EPOCH, Map.of());
    }
}
