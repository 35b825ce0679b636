package io.fueloptimine.operators.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageDecoderFuzzTest {

    private static final int MESSAGES = 100_000;
    private static final long SEED = 20_260_105;

    private static final List<RawMessage> ORIGINALS =
            List.of(
                    message(
                            "pit/v1/haultruck/T-01/telemetry",
                            "{\"time\":\"2026-01-05T08:00:01.250Z\",\"sequence\":7,"
                                    + "\"productionState\":\"Hauling\",\"fuelRateLph\":312.5,"
                                    + "\"totalFuelUsedGal\":1e6,\"payloadT\":306,\"tyres\":[1,{}]}"),
                    message(
                            "pit/v1/haultruck/T-01/state",
                            "{\"time\":\"2026-01-05T08:00:01Z\",\"state\":\"Dumping\","
                                    + "\"locationId\":\"crusher\",\"payloadT\":null}"),
                    message(
                            "pit/v1/fuelbay/F-1/refuel",
                            "{\"time\":\"2026-01-05T08:00:01Z\",\"truckId\":\"T-01\","
                                    + "\"startedAt\":\"2026-01-05T07:40:00Z\",\"dispensedL\":2932}"),
                    message(
                            "pit/v1/aux/G-1/note",
                            "{\"time\":\"2026-01-05T08:00:01Z\",\"text\":\"camión caído ☃\"}"),
                    message(
                            "pit/v1/haultruck/T-01/cycle",
                            "{\"time\":\"2026-01-05T08:00:01Z\",\"payloadT\":306}"));

    @Test
    void answersEveryMutationWithOneReadingOrOneRejection() {
        Random random = new Random(SEED);
        MessageDecoder decoder = new MessageDecoder();
        int readable = 0;
        int unreadable = 0;
        for (int i = 0; i < MESSAGES; i++) {
            RawMessage mutant = mutated(ORIGINALS.get(i % ORIGINALS.size()), random);
            DecodeResult result = decoder.decode(mutant);
            if (result instanceof DecodeResult.Unreadable rejected) {
                unreadable++;
                assertComplete(rejected.rejection(), mutant);
            } else {
                readable++;
                assertThat(((DecodeResult.Readable) result).reading().id()).isNotNull();
            }
        }

        assertThat(readable + unreadable).isEqualTo(MESSAGES);
        assertThat(readable).isGreaterThan(MESSAGES / 100);
        assertThat(unreadable).isGreaterThan(MESSAGES / 4);
    }

    private static void assertComplete(QualityRecord rejection, RawMessage mutant) {
        boolean complete =
                rejection.qualityId() != null
                        && rejection.rule().equals("decode")
                        && rejection.expected() != null
                        && !rejection.expected().contains("readable")
                        && rejection.payload() == mutant.payload();
        assertThat(complete).as("%s", rejection).isTrue();
    }

    private static RawMessage mutated(RawMessage original, Random random) {
        byte[] payload = original.payload().clone();
        String topic = original.topic();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            switch (random.nextInt(6)) {
                case 0 -> payload[random.nextInt(payload.length)] ^= 1 << random.nextInt(8);
                case 1 -> payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
                case 2 -> payload = part(payload, 0, 1 + random.nextInt(payload.length));
                case 3 -> payload = doubled(payload, random);
                case 4 -> random.nextBytes(payload);
                default -> topic = topic.substring(0, random.nextInt(topic.length() + 1));
            }
        }
        return new RawMessage(topic, payload, original.receivedAt(), random.nextBoolean());
    }

    private static byte[] doubled(byte[] payload, Random random) {
        int middle = random.nextInt(payload.length);
        byte[] doubled = new byte[payload.length + middle];
        System.arraycopy(payload, 0, doubled, 0, middle);
        System.arraycopy(payload, 0, doubled, middle, payload.length);
        return part(doubled, 0, Math.min(doubled.length, 4_096));
    }

    private static byte[] part(byte[] bytes, int from, int length) {
        byte[] part = new byte[length];
        System.arraycopy(bytes, from, part, 0, length);
        return part;
    }

    private static RawMessage message(String topic, String json) {
        Instant received = Instant.parse("2026-11-23T00:00:00Z");
        return new RawMessage(topic, json.getBytes(StandardCharsets.UTF_8), received, false);
    }
}
