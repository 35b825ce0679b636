package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.models.mine.RawMessage;
import java.nio.ByteBuffer;
import java.time.Duration;

/** The session of an edge node: its births, deaths and sequence numbers. Mutable Flink state. */
public final class NodeSession {

    static final int SEQUENCE_NUMBERS = 256;

    /** From 30 s to 64 min. */
    private static final int MAX_DOUBLINGS = 7;

    /** Whether the node has sent a birth and no death since. */
    public boolean alive;

    /** The connection, from the birth; -1 if missing there. */
    public int bdSeq = -1;

    /** The last sequence number, 0 to 255. */
    public int lastSeq;

    /** The number of births. */
    public long births;

    /** The number of connections; births can repeat within one. */
    public long connections;

    /**
     * The kind of equipment in the birth, for devices without their own; null if missing. It is
     * here because every message of the node renews the time-to-live of this state.
     */
    public String kind;

    /** The time of the last rebirth request, ms since the epoch; 0 for never. */
    public long rebirthRequestedMillis;

    /** The digest of the last message per sequence number, to recognise repeats. */
    public long[] digests = new long[SEQUENCE_NUMBERS];

    /** For Flink. */
    public NodeSession() {}

    /** Whether the last message with this number was identical. */
    boolean hasSeen(int seq, long digest) {
        return digests[seq] == digest;
    }

    /** Processes a birth, which can repeat within a connection. */
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

    /** Records a sequence number and returns how many are missing before it. */
    int advance(int seq, long digest) {
        int missing = (seq - lastSeq - 1) & (SEQUENCE_NUMBERS - 1);
        lastSeq = seq;
        digests[seq] = digest;
        return missing;
    }

    /**
     * Whether a rebirth may be requested now. The interval is doubled for each birth that could not
     * be read, because a rebirth would probably contain the same bytes.
     *
     * @param nowMillis wall-clock, ms since the epoch
     * @param interval the shortest interval between two requests
     * @param unreadableBirths the number of births since the last one that could be read
     */
    boolean mayRequestRebirth(long nowMillis, Duration interval, int unreadableBirths) {
        long wait = interval.toMillis() << Math.min(unreadableBirths, MAX_DOUBLINGS);
        return rebirthRequestedMillis == 0 || nowMillis - rebirthRequestedMillis >= wait;
    }

    /** The next sequence number. */
    int expected() {
        return (lastSeq + 1) & (SEQUENCE_NUMBERS - 1);
    }

    /** A 64-bit digest of topic and bytes. */
    static long digestOf(RawMessage message) {
        return ByteBuffer.wrap(MessageDigests.of(message)).getLong();
    }
}
