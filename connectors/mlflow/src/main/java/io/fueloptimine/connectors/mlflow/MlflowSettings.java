package io.fueloptimine.connectors.mlflow;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The address of an MLflow server, its token and the timeout.
 *
 * @param server its http or https address, with a path if it has one
 * @param tokenFile a file that holds the bearer token and nothing else; empty for no token
 * @param timeout maximum time to copy one model version to the server, all its requests together
 */
public record MlflowSettings(URI server, Optional<Path> tokenFile, Duration timeout) {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException when the address is invalid, contains a user name or a
     *     query, or would send a token over a network without TLS
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
                server + " would send the token without TLS: expected https://");
    }

    /**
     * Settings with a timeout of 30 s.
     *
     * @throws IllegalArgumentException as the constructor does
     */
    public static MlflowSettings of(String server, Optional<Path> tokenFile) {
        try {
            return new MlflowSettings(new URI(server), tokenFile, DEFAULT_TIMEOUT);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + server + "' is no address, expected http://HOST or https://HOST", e);
        }
    }

    private static void require(boolean valid, String fault) {
        if (!valid) {
            throw new IllegalArgumentException(fault);
        }
    }
}
