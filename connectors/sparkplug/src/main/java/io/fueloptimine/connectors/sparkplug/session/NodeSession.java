package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.models.mine.reading.RawMessage;
import java.nio.ByteBuffer;
import java.time.Duration;

/** The session of an edge node: its births, deaths and sequence numbers. Mutable Flink state. */
public final class NodeSession {

    static final int SEQUENCE_NUMBERS = 256;

    /**
     * The maximum number of doublings of the interval between rebirth requests: from 30 s to 64
     * min.
     */
    private static final int MAX_DOUBLINGS = 7;

    /** Whether the edge node has sent a birth message, and no death message after it. */
    public boolean alive;

    /** The number of the connection in the birth message ({@code bdSeq}); -1 if missing. */
    public int bdSeq = -1;

    /** The last sequence number, 0 to 255. */
    public int lastSeq;

    /** The number of birth messages received. */
    public long births;

    /** The number of connections; a birth message can repeat within one connection. */
    public long connections;

    /**
     * The kind of machine in the birth message, which applies to devices without their own kind;
     * null if missing. It is stored in this class because every message of the edge node renews the
     * time-to-live of this state.
     */
    public String kind;

    /** The time of the last rebirth request, ms since the epoch; 0 for never. */
    public long rebirthRequestedMillis;

    /**
     * The digest of the last message with each sequence number, with which repeats are recognised.
     */
    public long[] digests = new long[SEQUENCE_NUMBERS];

    /** Used by Flink's POJO serializer. */
    public NodeSession() {}

    /** Whether the last message with this sequence number had the same digest. */
    boolean hasSeen(int seq, long digest) {
        return digests[seq] == digest;
    }

    /** Processes a birth message, which can repeat within a connection. */
    void startSession(int seq, int newBdSeq, long digest) {
        boolean sameConnection = alive && bdSeq == newBdSeq;
        alive = true;
        bdSeq = newBdSeq;
        births++;
        if (!sameConnection) {
            connections++;
        }
        advance(seq, digest);
    }

    /** Records a sequence number and returns how many numbers are missing before it. */
    int advance(int seq, long digest) {
        int missing = (seq - lastSeq - 1) & (SEQUENCE_NUMBERS - 1);
        lastSeq = seq;
        digests[seq] = digest;
        return missing;
    }

    /**
     * Whether a new birth message may be requested now. The interval is doubled for each birth
     * message that could not be read, because a new one would probably contain the same bytes.
     *
     * @param nowMillis wall-clock, ms since the epoch
     * @param interval the shortest interval between two requests
     * @param unreadableBirths the number of birth messages since the last readable one
     */
    boolean mayRequestRebirth(long nowMillis, Duration interval, int unreadableBirths) {
        long wait = interval.toMillis() << Math.min(unreadableBirths, MAX_DOUBLINGS);
        return rebirthRequestedMillis == 0 || nowMillis - rebirthRequestedMillis >= wait;
    }

    /** The expected next sequence number. */
    int expected() {
        return (lastSeq + 1) & (SEQUENCE_NUMBERS - 1);
    }

    /** A 64-bit digest of the topic and bytes of a message. */
    static long digestOf(RawMessage message) {
        return ByteBuffer.wrap(MessageDigests.of(message)).getLong();
    }
}
