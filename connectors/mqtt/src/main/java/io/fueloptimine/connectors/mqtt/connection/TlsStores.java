package io.fueloptimine.connectors.mqtt.connection;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.apache.flink.configuration.ConfigOption;

/** Opens trust and key stores; the kind of store is recognised by the content of its file. */
final class TlsStores {

    private static final String PEM_CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    private TlsStores() {}

    /** The trust managers for the trust store in the settings, which must not be null. */
    static TrustManagerFactory trust(MqttTls tls) throws IOException {
        ConfigOption<String> option = MqttConnectionOptions.TLS_TRUST_STORE;
        String file = tls.trustStore();
        try {
            KeyStore store =
                    isPem(file)
                            ? certificatesIn(file)
                            : open(
                                    file,
                                    MqttConnectionOptions.TLS_TRUST_STORE_PASSWORD_FILE,
                                    tls.trustStorePasswordFile());
            if (!holdsCertificate(store)) {
                throw new UnusableFileException(
                        option, file, "a store with a trusted certificate, but it has none", null);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust;
        } catch (UnusableFileException e) {
            throw e;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new UnusableFileException(
                    option, file, "a PKCS12, JKS or PEM file that its password opens", e);
        }
    }

    /** The key managers for the key store in the settings, which must not be null. */
    static KeyManagerFactory keys(MqttTls tls) throws IOException {
        ConfigOption<String> option = MqttConnectionOptions.TLS_KEY_STORE;
        String file = tls.keyStore();
        ConfigOption<String> passwordOption = MqttConnectionOptions.TLS_KEY_STORE_PASSWORD_FILE;
        try {
            KeyStore store = open(file, passwordOption, tls.keyStorePasswordFile());
            if (!holdsKey(store)) {
                throw new UnusableFileException(
                        option, file, "a store with a private key, but it has none", null);
            }
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password(passwordOption, tls.keyStorePasswordFile()));
            return keys;
        } catch (UnusableFileException e) {
            throw e;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new UnusableFileException(
                    option, file, "a PKCS12 or JKS file that its password opens", e);
        }
    }

    private static boolean isPem(String file) throws IOException {
        String text = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
        return text.contains(PEM_CERTIFICATE);
    }

    private static KeyStore certificatesIn(String file)
            throws IOException, GeneralSecurityException {
        byte[] pem = Files.readAllBytes(Path.of(file));
        Collection<? extends Certificate> certificates =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(pem));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int count = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("ca-" + count++, certificate);
        }
        return store;
    }

    private static KeyStore open(String file, ConfigOption<String> option, String passwordFile)
            throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(new File(file), password(option, passwordFile));
    }

    private static char[] password(ConfigOption<String> option, String file) throws IOException {
        return file == null ? null : SecretFile.read(option, file).toCharArray();
    }

    private static boolean holdsCertificate(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsKey(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }
}
