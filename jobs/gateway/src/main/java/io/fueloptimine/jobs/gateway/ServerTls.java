package io.fueloptimine.jobs.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The TLS context of the server; protocols and cipher suites are the defaults of the JDK. */
final class ServerTls {

    private ServerTls() {}

    /**
     * Reads the server's certificate and private key from a PKCS12 or JKS store.
     *
     * @throws IOException if the store is unreadable or wrong; the message names the file and the
     *     expected content, but contains no password
     */
    static SSLContext context(Path store, Optional<Path> passwordFile) throws IOException {
        char[] password = passwordFile.isEmpty() ? null : password(passwordFile.get());
        try {
            KeyStore keys = KeyStore.getInstance(store.toFile(), password);
            if (!holdsKey(keys)) {
                throw new IOException("'" + store + "' contains no private key, expected one");
            }
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(store, e);
        } catch (IOException e) {
            throw e.getMessage() != null && e.getMessage().startsWith("'") ? e : unusable(store, e);
        }
    }

    private static boolean holdsKey(KeyStore keys) throws GeneralSecurityException {
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private static char[] password(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip().toCharArray();
        } catch (IOException e) {
            throw new IOException("'" + file + "' cannot be read, expected the store's password");
        }
    }

    private static IOException unusable(Path store, Exception cause) {
        return new IOException(
                "'"
                        + store
                        + "' cannot be opened, expected a PKCS12 or JKS store and its password"
                        + (cause.getCause() instanceof UnrecoverableKeyException
                                ? "; the password is wrong"
                                : ""),
                cause);
    }
}
