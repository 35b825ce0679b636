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
 * The broker's TLS listener. The record contains the names of password files, but no passwords.
 *
 * @param bindAddress the address to listen on; may differ from the address of the plain listener
 * @param port the TCP port; 0 for a free port
 * @param keys the key store with the broker's certificate and private key
 * @param clientCertificate whether clients must present a certificate
 * @param trust the key store with the certificate authorities that sign client certificates;
 *     required unless {@code clientCertificate} is {@code NONE}
 */
public record BrokerTls(
        String bindAddress,
        int port,
        Store keys,
        ClientCertificate clientCertificate,
        Optional<Store> trust) {

    /** Checks all values and reports all faults in one IllegalArgumentException. */
    public BrokerTls {
        List<String> faults = new ArrayList<>();
        if (bindAddress == null || bindAddress.isBlank()) {
            faults.add("the TLS bind address is empty");
        }
        if (port < 0 || port > 65_535) {
            faults.add("the TLS port is " + port + ", expected 0 to 65535");
        }
        if (clientCertificate != ClientCertificate.NONE && trust.isEmpty()) {
            faults.add(
                    "client certificates need a trust store with the authorities that sign them");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** A copy of this listener with another port. */
    BrokerTls withPort(int chosen) {
        return new BrokerTls(bindAddress, chosen, keys, clientCertificate, trust);
    }

    /** Whether a client must present a certificate. */
    public enum ClientCertificate {
        NONE,
        OPTIONAL,
        REQUIRED;

        /** The name of this value on the command line. */
        String option() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A PKCS12 or JKS key store.
     *
     * @param passwordFile the file with the password of the key store and of its private key
     */
    public record Store(Path file, Path passwordFile) {

        /** Reads the password without surrounding white space. */
        String password() throws IOException {
            return Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
        }
    }
}
