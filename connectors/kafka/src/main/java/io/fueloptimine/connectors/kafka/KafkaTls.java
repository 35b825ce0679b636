package io.fueloptimine.connectors.kafka;

import java.io.Serializable;

/**
 * The TLS settings of a connection to Kafka. It holds file names only; the clients read the files
 * where they run.
 *
 * @param enabled whether connections are encrypted
 * @param trustStore PKCS12, JKS or PEM; null for the JDK's own CA certificates
 * @param trustStorePasswordFile null for a PEM file or a store without a password
 * @param keyStore the client's certificate and key, PKCS12, JKS or PEM; null for none
 * @param keyStorePasswordFile null for a PEM file or a store without a password
 * @param verifyHostname whether the broker's certificate must contain the host name
 */
public record KafkaTls(
        boolean enabled,
        String trustStore,
        String trustStorePasswordFile,
        String keyStore,
        String keyStorePasswordFile,
        boolean verifyHostname)
        implements Serializable {

    /** No encryption. */
    public static final KafkaTls OFF = new KafkaTls(false, null, null, null, null, true);
}
