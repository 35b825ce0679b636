package io.fueloptimine.connectors.sparkplug.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random valid and corrupt payloads: valid ones round-trip, corrupt ones cause only faults. */
class PayloadReaderFuzzTest {

    private static final int ROUNDS = 20_000;
    private static final int MAX_METRICS = 12;

    private final Random random = new Random(20_260_105);

    @Test
    void roundTripsEveryPayload() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            SparkplugPayload payload = payload();
            assertThat(PayloadReader.read(PayloadWriter.write(payload))).isEqualTo(payload);
        }
    }

    @Test
    void throwsOnlyFaultsForCorruptBytes() {
        int faults = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] broken = broken(PayloadWriter.write(payload()));
            try {
                SparkplugPayload read = PayloadReader.read(broken);
                assertThat(read.metrics().size()).isLessThanOrEqualTo(PayloadReader.MAX_METRICS);
            } catch (SparkplugFault fault) {
                assertThat(fault.expected()).isNotBlank();
                faults++;
            }
        }
        assertThat(faults).isGreaterThan(ROUNDS / 10);
    }

    @Test
    void throwsOnlyFaultsForRandomBytes() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            try {
                assertThat(PayloadReader.read(noise)).isNotNull();
            } catch (SparkplugFault fault) {
                assertThat(fault.expected()).isNotBlank();
            }
        }
    }

    private byte[] broken(byte[] sound) {
        switch (random.nextInt(3)) {
            case 0:
                return Arrays.copyOf(sound, random.nextInt(sound.length + 1));
            case 1:
                for (int flips = 1 + random.nextInt(8); flips > 0 && sound.length > 0; flips--) {
                    sound[random.nextInt(sound.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return sound;
            default:
                return Arrays.copyOf(sound, sound.length + random.nextInt(20));
        }
    }

    private SparkplugPayload payload() {
        List<SparkplugMetric> metrics = new ArrayList<>();
        for (int count = random.nextInt(MAX_METRICS); count > 0; count--) {
            metrics.add(metric());
        }
        Long time = random.nextBoolean() ? random.nextLong() : null;
        // Never empty: an empty message is no payload.
        return new SparkplugPayload(time, (long) random.nextInt(256), metrics);
    }

    private SparkplugMetric metric() {
        return new SparkplugMetric(
                random.nextBoolean() ? text(40) : null,
                random.nextBoolean() ? random.nextLong() : null,
                random.nextBoolean() ? random.nextLong() : null,
                random.nextBoolean() ? random.nextInt() : null,
                random.nextBoolean(),
                random.nextBoolean(),
                value());
    }

    private WireValue value() {
        return switch (random.nextInt(8)) {
            case 0 -> WireValue.ofInt(random.nextInt());
            case 1 -> WireValue.ofLong(random.nextLong());
            case 2 -> WireValue.ofFloat(random.nextFloat());
            case 3 -> WireValue.ofDouble(random.nextGaussian());
            case 4 -> WireValue.ofBoolean(random.nextBoolean());
            case 5 -> WireValue.ofText(text(200));
            default -> WireValue.ABSENT;
        };
    }

    private String text(int longest) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(longest); length > 0; length--) {
            text.append((char) (' ' + random.nextInt(500)));
        }
        return text.toString();
    }
}
