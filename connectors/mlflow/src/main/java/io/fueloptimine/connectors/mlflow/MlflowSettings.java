package io.fueloptimine.connectors.mlflow;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Which MLflow server to mirror to, and for how long to wait for it.
 *
 * @param server its address, http or https, with the path under which it answers if it has one
 * @param tokenFile a file that holds the bearer token and nothing else; empty for no token
 * @param patience how long one mirroring may take in all
 */
public record MlflowSettings(URI server, Optional<Path> tokenFile, Duration patience) {

    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException when the address is none, holds a user name, or would carry
     *     a token in the clear over a network
     */
    public MlflowSettings {
        boolean http = "http".equals(server.getScheme());
        require(
                (http || "https".equals(server.getScheme())) && server.getHost() != null,
                server + ": expected http://HOST or https://HOST");
        require(
                server.getUserInfo() == null && server.getQuery() == null,
                server.getHost() + ": expected no user name and no query in the address");
        require(
                tokenFile.isEmpty() || !http || LOOPBACK.contains(server.getHost()),
                server + " would carry the token in the clear: expected https://");
    }

    /**
     * Settings with a patience of half a minute.
     *
     * @throws IllegalArgumentException as the constructor does
     */
    public static MlflowSettings of(String server, Optional<Path> tokenFile) {
        try {
            return new MlflowSettings(new URI(server), tokenFile, DEFAULT_PATIENCE);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an address: " + e.getReason(), e);
        }
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(fault);
        }
    }
}
