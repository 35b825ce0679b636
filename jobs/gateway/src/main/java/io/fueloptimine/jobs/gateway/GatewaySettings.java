package io.fueloptimine.jobs.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a gateway. Contains the names of secret files, no secrets.
 *
 * @param bindAddress the address to listen on
 * @param port the TCP port; 0 for a free port
 * @param the sites whose machines may send; other sites are answered with 404
 * @param tokenFile the file with one bearer token per line; empty to accept requests without a
 *     token
 * @param keyStore PKCS12 or JKS store with the server's certificate and key; empty for no TLS
 * @param keyStorePasswordFile file with the store's password; empty for a store without one
 * @param maxBodyBytes the largest request body in bytes, before and after decompression
 * @param maxRequests requests processed at the same time; further ones are answered with 503
 * @param acknowledgementLimit how long to wait for the acknowledgements of one request
 */
public record GatewaySettings(
        String bindAddress,
        int port,
        List<String> sites,
        Optional<Path> tokenFile,
        Optional<Path> keyStore,
        Optional<Path> keyStorePasswordFile,
        int maxBodyBytes,
        int maxRequests,
        Duration acknowledgementLimit) {

    public static final String DEFAULT_BIND_ADDRESS = "127.0.0.1";
    public static final int DEFAULT_PORT = 8090;
    public static final int DEFAULT_MAX_BODY_BYTES = 1_048_576;
    public static final int DEFAULT_MAX_REQUESTS = 32;
    public static final Duration DEFAULT_ACKNOWLEDGEMENT_LIMIT = Duration.ofSeconds(10);

    /** Settings for this machine only: loopback, without token or TLS. */
    public static GatewaySettings local(int port, List<String> sites) {
        return new GatewaySettings(
                DEFAULT_BIND_ADDRESS,
                port,
                sites,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DEFAULT_MAX_BODY_BYTES,
                DEFAULT_MAX_REQUESTS,
                DEFAULT_ACKNOWLEDGEMENT_LIMIT);
    }

    /**
     * Resolves the address to listen on.
     *
     * @throws UnknownHostException when the name cannot be resolved
     */
    public InetAddress address() throws UnknownHostException {
        return InetAddress.getByName(bindAddress);
    }
}
