package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS of H2, whose server and client both use the default TLS context of the JVM. The context is
 * set in code, so that the password of the key store is in no system property.
 */
final class SqlTls {

    private static final String KEY_STORE_PROPERTY = "javax.net.ssl.keyStore";

    private SqlTls() {}

    /**
     * Sets the default TLS context of this process: it shows the certificate of the servers, and
     * trusts their authority only. The JVM uses the context that was set before its first TLS
     * connection of this kind. Also writes the trust store for clients in other processes.
     *
     * @throws StackException if the certificates cannot be read
     */
    static void use(StackSecurity security) {
        try {
            char[] password = GeneratedPassword.in(security.serverKeysPassword()).toCharArray();
            KeyStore keys = KeyStore.getInstance(security.serverKeys().toFile(), password);
            KeyManagerFactory shown =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            shown.init(keys, password);
            KeyStore trust = authority(security.authority());
            TrustManagerFactory trusted =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(trust);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
            SSLContext.setDefault(context);
            // Otherwise H2 writes a key store with a key that everyone knows, and uses that.
            System.setProperty(KEY_STORE_PROPERTY, security.serverKeys().toString());
            writeTrustStore(trust, security.sqlTrustStore());
        } catch (GeneralSecurityException | IOException e) {
            throw new StackException("the SQL server cannot use TLS: " + e.getMessage(), e);
        }
    }

    /** The options of another JVM that connects to the SQL server. */
    static List<String> clientOptions(StackSecurity security) {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + security.sqlTrustStore(),
                "-Djavax.net.ssl.trustStoreType=JKS",
                // No key: without this option H2 writes one into the home folder.
                "-D" + KEY_STORE_PROPERTY + "=NONE");
    }

    /** A JKS store, whose certificates Java reads without a password. */
    private static void writeTrustStore(KeyStore trust, Path file)
            throws GeneralSecurityException, IOException {
        try (OutputStream output = Files.newOutputStream(file)) {
            trust.store(output, "certificates only".toCharArray());
        }
    }

    private static KeyStore authority(Path pem) throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance("JKS");
        trust.load(null, null);
        try (InputStream input = Files.newInputStream(pem)) {
            Certificate certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(input);
            trust.setCertificateEntry("ca", certificate);
        }
        return trust;
    }
}
