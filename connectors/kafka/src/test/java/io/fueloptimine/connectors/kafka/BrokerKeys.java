package io.fueloptimine.connectors.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A self-signed certificate for localhost, made by the JDK's keytool. */
final class BrokerKeys {

    static final String PASSWORD = "store-password";

    private final Path keyStore;
    private final Path certificate;

    /** Writes a key store and the certificate as PEM into the folder. */
    BrokerKeys(Path folder) throws IOException, InterruptedException {
        keyStore = folder.resolve("broker.p12");
        certificate = folder.resolve("broker.pem");
        keytool(
                List.of(
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=DNS:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD));
        keytool(
                List.of(
                        "-exportcert",
                        "-rfc",
                        "-alias",
                        "broker",
                        "-file",
                        certificate.toString(),
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD));
    }

    Path keyStore() {
        return keyStore;
    }

    /** A PEM file for clients to trust. */
    Path certificate() {
        return certificate;
    }

    /** A PKCS12 trust store with the certificate. */
    Path trustStore(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("trust.p12");
        Files.deleteIfExists(store);
        keytool(
                List.of(
                        "-importcert",
                        "-noprompt",
                        "-alias",
                        "broker",
                        "-file",
                        certificate.toString(),
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD));
        return store;
    }

    private static void keytool(List<String> arguments) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
    }
}
