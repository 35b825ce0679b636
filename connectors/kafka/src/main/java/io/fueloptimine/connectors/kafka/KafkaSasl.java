package io.fueloptimine.connectors.kafka;

import java.io.Serializable;

/**
 * The SASL settings of a connection to Kafka. The record contains file names only; the clients read
 * the files on the machines where they run.
 *
 * @param mechanism the SASL mechanism, such as PLAIN or SCRAM-SHA-512; null for no SASL
 * @param username the user name for PLAIN and SCRAM; null with a JAAS file
 * @param passwordFile the file that contains the password for PLAIN and SCRAM; null with a JAAS
 *     file
 * @param jaasFile a file that contains the whole value of {@code sasl.jaas.config}; null with a
 *     user name
 */
public record KafkaSasl(String mechanism, String username, String passwordFile, String jaasFile)
        implements Serializable {

    /** No authentication. */
    public static final KafkaSasl OFF = new KafkaSasl(null, null, null, null);

    /** Whether clients authenticate by SASL. */
    public boolean enabled() {
        return mechanism != null;
    }

    boolean isPlain() {
        return "PLAIN".equals(mechanism);
    }

    boolean isScram() {
        return "SCRAM-SHA-256".equals(mechanism) || "SCRAM-SHA-512".equals(mechanism);
    }
}
