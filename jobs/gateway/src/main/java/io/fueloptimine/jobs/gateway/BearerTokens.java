package io.fueloptimine.jobs.gateway;

import io.fueloptimine.jobs.gateway.TokenFile.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
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

    private final Optional<Path> file;
    private final List<String> sites;
    private Stamp stamp;
    private List<Token> tokens = List.of();

    private record Stamp(long modifiedMs, long bytes, Object key) {}

    /**
     * @param file the {@link TokenFile}; empty to accept every request
     * @param sites the sites of the gateway
     */
    BearerTokens(Optional<Path> file, List<String> sites) {
        this.file = file;
        this.sites = sites;
    }

    /**
     * Checks the token of a request.
     *
     * @param authorization the request's Authorization header; null if absent
     * @return what the holder of the token may publish
     * @throws RejectedRequestException when the token is not valid, or the token file cannot be
     *     read
     */
    TokenScope check(String authorization) throws RejectedRequestException {
        if (file.isEmpty()) {
            return TokenScope.UNBOUND;
        }
        List<Token> valid = current(file.get());
        boolean bearer =
                authorization != null
                        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        byte[] given =
                TokenFile.digest(bearer ? authorization.substring(SCHEME.length()).strip() : "");
        TokenScope scope = null;
        for (Token token : valid) {
            // All tokens are compared, so that the time does not depend on the position of one.
            scope = MessageDigest.isEqual(token.digest(), given) ? token.scope() : scope;
        }
        if (!bearer || scope == null) {
            throw RejectedRequestException.of(
                    RejectionReason.UNAUTHORIZED,
                    "Authorization",
                    authorization == null ? "absent" : bearer ? "Bearer ***" : "another scheme",
                    "Bearer with a token of this gateway");
        }
        return scope;
    }

    /** The number of tokens that are bound to no machines; 0 without a token file. */
    synchronized long openTokens() {
        return tokens.stream().filter(token -> token.scope().isOpen()).count();
    }

    /** Reads the tokens before the first request. */
    void load() {
        try {
            if (file.isPresent()) {
                current(file.get());
            }
        } catch (RejectedRequestException e) {
            // Is logged, and the file is read again at the next request.
        }
    }

    private synchronized List<Token> current(Path path) throws RejectedRequestException {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            Stamp seen = new Stamp(now.lastModifiedTime().toMillis(), now.size(), now.fileKey());
            if (!seen.equals(stamp)) {
                tokens = TokenFile.read(path, sites);
                stamp = seen;
                report(path);
            }
            return tokens;
        } catch (IOException e) {
            stamp = null;
            tokens = List.of();
            LOG.error("All requests are rejected: {}", e.getMessage());
            throw RejectedRequestException.of(
                    RejectionReason.NOT_READY,
                    "token file",
                    "unusable",
                    "a file that the gateway can read");
        }
    }

    private void report(Path path) {
        LOG.info("Read {} tokens from {}", tokens.size(), path);
        long open = openTokens();
        if (open > 0) {
            LOG.warn(
                    "{} of {} tokens are bound to no machines: their holders may publish as any"
                            + " machine",
                    open,
                    tokens.size());
        }
    }
}
