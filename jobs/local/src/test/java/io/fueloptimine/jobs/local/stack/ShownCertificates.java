package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What clients show to a cluster, and which of its certificates they trust.
 *
 * @param cluster the folder with the certificates of the cluster
 */
record ShownCertificates(Path cluster) {

    /**
     * What a client shows and trusts.
     *
     * @param root the folder with certificates; null to show none
     * @param trusted client, to trust the authority; internal, to trust the processes
     */
    SSLContext context(Path root, String keyStore, String trusted) throws Exception {
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        KeyManagerFactory keys = null;
        if (root != null) {
            String part = keyStore.substring(0, keyStore.indexOf('/'));
            keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(
                    store(root.resolve(keyStore), password(root, part)),
                    password(root, part).toCharArray());
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(
                trusted.equals("client")
                        ? store(cluster.resolve("client/trust.p12"), password(cluster, "client"))
                        : store(
                                cluster.resolve("cluster/internal.p12"),
                                password(cluster, "cluster")));
        context.init(keys == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** The password of a part of a folder with certificates. */
    static String password(Path root, String part) throws IOException {
        return Files.readString(root.resolve(part).resolve("password")).strip();
    }

    private static KeyStore store(Path file, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }
}
