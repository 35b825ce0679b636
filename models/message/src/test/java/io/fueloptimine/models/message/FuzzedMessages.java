package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.RawMessage;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A reproducible corpus of whole and hostile messages, each found by its number. The number also
 * stands in {@link RawMessage#receivedAt}, as seconds since 1970, so that a test finds a message
 * again in whatever became of it.
 */
public final class FuzzedMessages {

    private static final long SEED = 20_260_105;
    private static final PayloadKind[] KINDS = PayloadKind.values();
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    /** Of the heavy kinds only every so many are made; in their place stand flipped bits. */
    private static final int ROUNDS_PER_HEAVY = 100;

    /** A machine's numbers stay within so many messages, which a source reads in order. */
    private static final int BLOCK = 50_000;

    private static final int MACHINES = 8;

    private FuzzedMessages() {}

    /** The kind of a message. */
    public static PayloadKind kind(long number) {
        PayloadKind kind = KINDS[(int) (number % KINDS.length)];
        long round = number / KINDS.length;
        return kind.heavy() && round % ROUNDS_PER_HEAVY != 0 ? PayloadKind.FLIPPED_BITS : kind;
    }

    /** The message of a number from 0. */
    public static RawMessage message(long number) {
        PayloadKind kind = kind(number);
        SplittableRandom random = new SplittableRandom(SEED + number);
        long whole = kind == PayloadKind.REPEATED ? number - 1 : number;
        // A broken message's sequence number and time may be any; they must not spoil the memory of
        // a sane machine and the clock of a sane site.
        String site = kind.fate() == PayloadKind.Fate.ANY ? "bedlam" : "pit";
        String machine = "T-" + whole % MACHINES + "-" + whole / BLOCK;
        String topic = site + "/v1/haultruck/" + machine + "/telemetry";
        return new RawMessage(
                kind == PayloadKind.HOSTILE_TOPIC ? hostile(topic, random) : topic,
                kind.of(telemetry(whole), random),
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

    private static String hostile(String topic, SplittableRandom random) {
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
