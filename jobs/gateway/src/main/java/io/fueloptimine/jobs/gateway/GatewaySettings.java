package io.fueloptimine.jobs.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the gateway listens, and what it lets in. Names files; holds no secret.
 *
 * @param bindAddress the address to listen on
 * @param port the TCP port; 0 lets the system choose
 * @param sites whose machines may send; all others are unknown here
 * @param tokenFile tokens that open the door, one a line; empty leaves it open to this machine
 * @param keyStore PKCS12 or JKS store with the server's certificate and key; empty for no TLS
 * @param keyStorePasswordFile file with the store's password; empty for a store without one
 * @param maxBodyBytes the largest body, also after unpacking
 * @param maxRequests requests worked on at once; more are told to come again
 * @param acknowledgementLimit how long the broker may take for one request's messages
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

    /** A door for this machine only, without token or TLS. */
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
     * The address to listen on.
     *
     * @throws UnknownHostException when there is no such address
     */
    InetAddress address() throws UnknownHostException {
        return InetAddress.getByName(bindAddress);
    }
}
