package io.fueloptimine.jobs.simulator.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A self-signed certificate for localhost, made with the JDK's keytool.
 *
 * @param keyStore key store with certificate and key
 * @param passwordFile file with the password of the key store
 * @param pem the certificate in PEM format
 */
record ServerCertificate(Path keyStore, Path passwordFile, Path pem) {

    private static final String PASSWORD = "changeit";

    /** Creates the files in an empty folder. */
    static ServerCertificate create(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path keyStore = folder.resolve("server.p12");
        Path pem = folder.resolve("server.pem");
        Path passwordFile = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        keytool(
                keyStore,
                "-genkeypair -dname CN=server -keyalg EC -validity 2 -ext san=dns:localhost");
        keytool(keyStore, "-exportcert -rfc -file " + pem);
        return new ServerCertificate(keyStore, passwordFile, pem);
    }

    private static void keytool(Path keyStore, String arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-alias", "server", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", keyStore.toString()));
        Path output = keyStore.resolveSibling("keytool.txt");
        Process keytool =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException(command + ": " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
