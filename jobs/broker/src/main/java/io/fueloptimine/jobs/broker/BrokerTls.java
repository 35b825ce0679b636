package io.fueloptimine.jobs.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The broker's encrypted listener, beside the plain one. Holds file names, no secrets.
 *
 * @param bindAddress the address to listen on; the plain listener may stay at loopback
 * @param port the TCP port; 0 lets the system choose
 * @param keys the broker's certificate and key
 * @param clientCertificate whether machines and jobs must prove themselves by certificates
 * @param trust who may sign those; needed unless none is asked for
 */
public record BrokerTls(
        String bindAddress,
        int port,
        Store keys,
        ClientCertificate clientCertificate,
        Optional<Store> trust) {

    /** Rejects what no listener can be opened with, naming every fault. */
    public BrokerTls {
        List<String> faults = new ArrayList<>();
        if (bindAddress == null || bindAddress.isBlank()) {
            faults.add("the TLS bind address is empty");
        }
        if (port < 0 || port > 65_535) {
            faults.add("the TLS port is " + port + ", expected 0 to 65535");
        }
        if (clientCertificate != ClientCertificate.NONE && trust.isEmpty()) {
            faults.add("client certificates are asked for, but no trust store tells by whom");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** The same on another port. */
    BrokerTls withPort(int chosen) {
        return new BrokerTls(bindAddress, chosen, keys, clientCertificate, trust);
    }

    /** Whether a client must show a certificate. */
    public enum ClientCertificate {
        NONE,
        OPTIONAL,
        REQUIRED;

        /** As the command line spells it. */
        String option() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A PKCS12 or JKS store.
     *
     * @param passwordFile the file that holds its password, which also opens the key in it
     */
    public record Store(Path file, Path passwordFile) {

        /** Reads the password, without the line feed at its end. */
        String password() throws IOException {
            return Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
        }
    }
}
