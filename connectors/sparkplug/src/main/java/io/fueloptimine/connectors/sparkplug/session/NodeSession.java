package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.models.mine.RawMessage;
import java.nio.ByteBuffer;

/**
 * An edge node's life as its births, deaths and running numbers tell it. A mutable state type; all
 * fields are for Flink.
 */
public final class NodeSession {

    static final int NUMBERS = 256;

    /** Whether it was born and did not die. */
    public boolean alive;

    /** Which connection it lives in, by its birth; -1 where the birth did not say. */
    public int bdSeq = -1;

    /** The last running number, 0 to 255. */
    public int lastSeq;

    /** Counts births. */
    public long birth;

    /** Counts connections: births repeat within one. */
    public long life;

    /**
     * The kind of equipment that its birth gave, for devices that give none of their own; null when
     * it gave none. Here, where every message of the node keeps it from being forgotten.
     */
    public String kind;

    /** When it was last asked to be born again, ms; 0 for never. */
    public long askedMillis;

    /** Of the last message under each running number, to know what comes again. */
    public long[] digests = new long[NUMBERS];

    /** For Flink. */
    public NodeSession() {}

    /** Whether the message under this number was the very same. */
    boolean hasSeen(int seq, long digest) {
        return digests[seq] == digest;
    }

    /** It is born, or born again within the life of one connection. */
    void beBorn(int seq, int newBdSeq, long digest) {
        boolean sameLife = alive && bdSeq == newBdSeq;
        alive = true;
        bdSeq = newBdSeq;
        birth++;
        if (!sameLife) {
            life++;
        }
        advance(seq, digest);
    }

    /** Takes note of a number; how many between the last one and it are missing. */
    int advance(int seq, long digest) {
        int missing = (seq - lastSeq - 1) & (NUMBERS - 1);
        lastSeq = seq;
        digests[seq] = digest;
        return missing;
    }

    /** The number that comes next. */
    int expected() {
        return (lastSeq + 1) & (NUMBERS - 1);
    }

    /** 64 bits of topic and bytes. */
    static long digestOf(RawMessage message) {
        return ByteBuffer.wrap(Digests.of(message)).getLong();
    }
}
