package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.reading.RawMessage;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A reproducible corpus of valid and invalid messages, each identified by its number. The number is
 * also in {@link RawMessage#receivedAt}, as seconds since 1970, so that a test can trace each
 * result to its message.
 */
public final class FuzzedMessages {

    private static final long SEED = 20_260_105;
    private static final PayloadKind[] KINDS = PayloadKind.values();
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    /**
     * Only one in so many rounds contains the large kinds; the others contain flipped bits in their
     * place.
     */
    private static final int ROUNDS_PER_LARGE = 100;

    /**
     * One machine's sequence numbers stay within so many messages, which a source reads in order.
     */
    private static final int BLOCK = 50_000;

    private static final int MACHINES = 8;

    private FuzzedMessages() {}

    /** The kind of the message with a number. */
    public static PayloadKind kind(long number) {
        PayloadKind kind = KINDS[(int) (number % KINDS.length)];
        long round = number / KINDS.length;
        return kind.large() && round % ROUNDS_PER_LARGE != 0 ? PayloadKind.FLIPPED_BITS : kind;
    }

    /** The message with a number, from 0. */
    public static RawMessage message(long number) {
        PayloadKind kind = kind(number);
        SplittableRandom random = new SplittableRandom(SEED + number);
        long source = kind == PayloadKind.REPEATED ? number - 1 : number;
        // A corrupted message may have any sequence number and time; a separate site keeps them out
        // of the other machines' sequence memory and of the site clock.
        String site = kind.outcome() == PayloadKind.Outcome.ANY ? "corrupt" : "pit";
        String machine = "T-" + source % MACHINES + "-" + source / BLOCK;
        String topic = site + "/v1/haultruck/" + machine + "/telemetry";
        return new RawMessage(
                kind == PayloadKind.INVALID_TOPIC ? invalidTopic(topic, random) : topic,
                kind.of(telemetry(source), random),
                Instant.ofEpochSecond(number),
                false);
    }

    private static String telemetry(long number) {
        return "{\"time\":\""
                + START.plusMillis(number % 60_000)
                + "\",\"sequence\":"
                + number / MACHINES
                + ",\"operatorId\":\"op-1\",\"productionState\":\"Hauling\",\"engineRpm\":"
                + (1_700 + number % 97)
                + ",\"gradePct\":"
                + number % 9
                + "}";
    }

    private static String invalidTopic(String topic, SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> topic.substring(0, random.nextInt(topic.length()));
            case 2 -> topic + "/x";
            case 3 -> topic.replace("v1", "v" + (2 + random.nextInt(1_000)));
            case 4 -> topic.replace("haultruck", "submarine");
            case 5 -> topic.replace("T-", "T\u0000-");
            case 6 -> "x".repeat(65 + random.nextInt(1_000)) + topic;
            default -> "/".repeat(random.nextInt(2_000));
        };
    }
}
