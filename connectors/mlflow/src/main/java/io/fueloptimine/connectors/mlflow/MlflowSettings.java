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
 * @param server the http or https address of the server, with a path if the server has one
 * @param tokenFile a file that contains only the bearer token; empty for no token
 * @param timeout maximum total time of all requests of one call of {@link MlflowMirror}
 */
public record MlflowSettings(URI server, Optional<Path> tokenFile, Duration timeout) {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException when the address is invalid, contains a user name or a
     *     query, or is a remote address without TLS although there is a token
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
     * Creates settings with a timeout of 30 s.
     *
     * @throws IllegalArgumentException in the same cases as the constructor
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
