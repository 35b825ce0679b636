package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.net.SSLUtils;

/**
 * The certificates of a Flink cluster and of its client, made by {@code
 * flink-conf/tls/make-certificates}. Only the owner of the folder can read them. Immutable.
 */
public final class ClusterTls {

    private static final String CONFIG = "config.yaml";
    private static final String HOST_COMPARISON =
            "org.apache.flink.shaded.netty4.io.netty.handler.ssl"
                    + ".defaultEndpointVerificationAlgorithm";

    private final Path folder;

    private ClusterTls(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the certificates that are missing in the folder, for the loopback address.
     *
     * @param script the path of {@code make-certificates}
     * @throws StackException if they cannot be made; the message contains the script's output
     */
    public static ClusterTls make(Path script, Path folder) {
        ProcessBuilder builder =
                new ProcessBuilder(script.toString(), folder.toAbsolutePath().toString())
                        .redirectErrorStream(true);
        // For the keytool of this JDK.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new StackException(
                        "the certificates of the cluster cannot be made: " + output.strip(), null);
            }
        } catch (IOException e) {
            throw new StackException(
                    "the certificates of the cluster cannot be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while making the certificates", e);
        }
        return new ClusterTls(folder.toAbsolutePath());
    }

    /**
     * Writes the {@code config.yaml} of the processes: that of the source folder and the passwords
     * of the key stores, with mode 0600.
     *
     * @param target a folder, created if it is missing
     */
    void writeConfiguration(Path source, Path target) {
        try {
            Files.createDirectories(target);
            OwnerOnly.restrict(target);
            Path file = target.resolve(CONFIG);
            Files.deleteIfExists(file);
            OwnerOnly.createFile(file);
            Files.writeString(
                    file,
                    Files.readString(source.resolve(CONFIG))
                            + Files.readString(folder.resolve("cluster/security.yaml")));
        } catch (IOException e) {
            throw new StackException(
                    "the configuration of the cluster cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * The configuration of Flink's client, with the passwords of its key stores.
     *
     * <p>Flink's client does not tell Netty to which host it connects; Netty 4.2 then refuses every
     * server, as it cannot compare the name. The comparison is turned off for Flink's Netty in this
     * process: the client trusts the cluster's own authority only, which signs one server.
     */
    Configuration client() {
        System.setProperty(HOST_COMPARISON, "NONE");
        return GlobalConfiguration.loadConfiguration(folder.resolve("client").toString());
    }

    /** What the client shows and trusts. */
    SSLContext clientContext() {
        try {
            return SSLUtils.createRestSSLContext(client(), true);
        } catch (Exception e) {
            throw new StackException(
                    "the certificate of the client cannot be read: " + e.getMessage(), e);
        }
    }
}
