package io.fueloptimine.jobs.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The valid bearer tokens of HTTP requests. The token file is read again when it changes. Several
 * tokens may be valid at the same time, so that a token can be replaced while some machines still
 * use the old token.
 *
 * <p>While the file cannot be read, every request is rejected; deleting the file revokes all
 * tokens. Only digests of tokens are kept in memory, and they are compared in constant time.
 * Thread-safe.
 */
final class BearerTokens {

    private static final Logger LOG = LoggerFactory.getLogger(BearerTokens.class);
    private static final String SCHEME = "bearer ";
    private static final String TOKEN = "[\\x21-\\x7E]{16,512}";

    private final Optional<Path> file;
    private Stamp stamp;
    private List<byte[]> digests = List.of();

    private record Stamp(long modifiedMs, long bytes, Object key) {}

    /**
     * @param file the file with one token per line; empty to accept every request
     */
    BearerTokens(Optional<Path> file) {
        this.file = file;
    }

    /**
     * Checks the token of a request.
     *
     * @param authorization the request's Authorization header; null if absent
     * @throws RejectedRequestException when the token is not valid, or the token file cannot be
     *     read
     */
    void check(String authorization) throws RejectedRequestException {
        if (file.isEmpty()) {
            return;
        }
        List<byte[]> valid = current(file.get());
        boolean bearer =
                authorization != null
                        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        byte[] given = digest(bearer ? authorization.substring(SCHEME.length()).strip() : "");
        boolean found = false;
        for (byte[] token : valid) {
            found |= MessageDigest.isEqual(token, given);
        }
        if (!bearer || !found) {
            throw RejectedRequestException.of(
                    RejectionReason.UNAUTHORIZED,
                    "Authorization",
                    authorization == null ? "absent" : bearer ? "Bearer ***" : "another scheme",
                    "Bearer with a token of this gateway");
        }
    }

    /**
     * Reads a token file and returns the digests of the tokens.
     *
     * @throws IOException if the file is unreadable or wrong; the message names the file and the
     *     expected content, but contains no token
     */
    static List<byte[]> read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException("'" + file + "' cannot be read, expected a text file of tokens");
        }
        List<String> tokens = lines.stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
        if (tokens.isEmpty() || !tokens.stream().allMatch(token -> token.matches(TOKEN))) {
            throw new IOException(
                    "'"
                            + file
                            + "' contains "
                            + (tokens.isEmpty() ? "no token" : "a line that is not a token")
                            + ", expected tokens of 16 to 512 visible ASCII characters, one per"
                            + " line");
        }
        if (new HashSet<>(tokens).size() < tokens.size()) {
            throw new IOException("'" + file + "' contains a token twice, expected each once");
        }
        return tokens.stream().map(BearerTokens::digest).toList();
    }

    private synchronized List<byte[]> current(Path path) throws RejectedRequestException {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            Stamp seen = new Stamp(now.lastModifiedTime().toMillis(), now.size(), now.fileKey());
            if (!seen.equals(stamp)) {
                digests = read(path);
                stamp = seen;
                LOG.info("Read {} tokens from {}", digests.size(), path);
            }
            return digests;
        } catch (IOException e) {
            stamp = null;
            LOG.error("All requests are rejected: {}", e.getMessage());
            throw RejectedRequestException.of(
                    RejectionReason.NOT_READY,
                    "token file",
                    "unusable",
                    "a file that the gateway can read");
        }
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
