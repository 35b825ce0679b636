package io.fueloptimine.jobs.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Decompresses a gzip body of one or more members (RFC 1952), all or nothing. {@link
 * GZIPInputStream} alone passes over a member that breaks off in its header, and over other bytes
 * after the last member.
 */
final class GzipBody {

    private static final int TRAILER_BYTES = 8;

    private GzipBody() {}

    /**
     * The decompressed bytes, at most {@code limit}.
     *
     * @return empty when the bytes are not complete gzip members
     */
    static Optional<byte[]> decompress(byte[] sent, int limit) {
        try (Members members = new Members(sent)) {
            byte[] body = members.readNBytes(limit);
            // A body that reaches the limit is not read to its end, and is refused for its size.
            boolean complete = body.length == limit || members.isComplete();
            return complete ? Optional.of(body) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Has access to the number of bytes that were not decompressed. */
    private static final class Members extends GZIPInputStream {

        Members(byte[] sent) throws IOException {
            // The buffer contains the whole body, so that the inflater knows all that remains.
            super(new ByteArrayInputStream(sent), Math.max(1, sent.length));
        }

        /** Whether nothing but the trailer of the last member is left; valid at the end only. */
        boolean isComplete() {
            return inf.finished() && inf.getRemaining() == TRAILER_BYTES;
        }
    }
}
