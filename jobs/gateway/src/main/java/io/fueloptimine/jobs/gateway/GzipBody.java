package io.fueloptimine.jobs.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Decompresses a gzip body that consists of one or more complete members (RFC 1952); other bodies
 * are rejected. {@link GZIPInputStream} alone silently ignores a member that ends within its
 * header, and other bytes after the last member.
 */
final class GzipBody {

    private static final int TRAILER_BYTES = 8;

    private GzipBody() {}

    /**
     * Decompresses a body, up to {@code limit} bytes.
     *
     * @return the decompressed bytes; empty when the body does not consist of complete gzip members
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

    /** A gzip stream that gives access to the number of bytes that were not decompressed. */
    private static final class Members extends GZIPInputStream {

        Members(byte[] sent) throws IOException {
            // The buffer contains the whole body, so that the inflater knows all that remains.
            super(new ByteArrayInputStream(sent), Math.max(1, sent.length));
        }

        /**
         * Whether only the trailer of the last member is left. The result is valid only at the end
         * of the stream.
         */
        boolean isComplete() {
            return inf.finished() && inf.getRemaining() == TRAILER_BYTES;
        }
    }
}
