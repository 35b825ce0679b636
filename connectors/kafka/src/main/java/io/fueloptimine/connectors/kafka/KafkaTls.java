package io.fueloptimine.connectors.kafka;

import java.io.Serializable;

/**
 * The TLS settings of a connection to Kafka. The record contains file names only; the clients read
 * the files on the machines where they run.
 *
 * @param enabled whether connections are encrypted
 * @param trustStore a file with CA certificates in PKCS12, JKS or PEM format; null for the JDK's
 *     own CA certificates
 * @param trustStorePasswordFile the file that contains the password of the trust store; null for a
 *     PEM file or a store without a password
 * @param keyStore a file with the client's certificate and key in PKCS12, JKS or PEM format; null
 *     for none
 * @param keyStorePasswordFile the file that contains the password of the key store; null for a PEM
 *     file or a store without a password
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
