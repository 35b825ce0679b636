package io.fueloptimine.jobs.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a gateway. The record contains the names of secret files, but no secrets.
 *
 * @param bindAddress the address to listen on
 * @param port the TCP port; 0 for a free port
 * @param sites the sites whose machines may send readings; requests of other sites are answered
 *     with 404
 * @param tokenFile the file with one bearer token per line; empty to accept requests without a
 *     token
 * @param keyStore the PKCS12 or JKS key store with the server's certificate and key; empty for no
 *     TLS
 * @param keyStorePasswordFile the file with the key store's password; empty for a key store without
 *     a password
 * @param maxBodyBytes the maximum size of a request body before and after decompression, bytes
 * @param maxRequests the maximum number of requests that are served at the same time; further
 *     requests are answered with 503
 * @param j1939Table the file with further parameters of raw values; empty for the standard ones
 * @param acknowledgementLimit the maximum time to wait for the broker's acknowledgements of one
 *     request
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
        Optional<Path> j1939Table,
        Duration acknowledgementLimit) {

    public static final String DEFAULT_BIND_ADDRESS = "127.0.0.1";
    public static final int DEFAULT_PORT = 8090;
    public static final int DEFAULT_MAX_BODY_BYTES = 1_048_576;
    public static final int DEFAULT_MAX_REQUESTS = 32;
    public static final Duration DEFAULT_ACKNOWLEDGEMENT_LIMIT = Duration.ofSeconds(10);

    /** Settings with the standard parameters of raw values. */
    public GatewaySettings(
            String bindAddress,
            int port,
            List<String> sites,
            Optional<Path> tokenFile,
            Optional<Path> keyStore,
            Optional<Path> keyStorePasswordFile,
            int maxBodyBytes,
            int maxRequests,
            Duration acknowledgementLimit) {
        this(
                bindAddress,
                port,
                sites,
                tokenFile,
                keyStore,
                keyStorePasswordFile,
                maxBodyBytes,
                maxRequests,
                Optional.empty(),
                acknowledgementLimit);
    }

    /**
     * Settings for a gateway that only this machine can reach: loopback address, without token and
     * TLS.
     */
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
