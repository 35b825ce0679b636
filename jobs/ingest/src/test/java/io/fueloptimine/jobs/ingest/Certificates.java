package io.fueloptimine.jobs.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A certificate authority for one test, created with keytool. */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final String name;

    /** Creates the authority; all its files are in the folder. */
    Certificates(Path folder, String name) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.name = name;
        Files.writeString(passwordFile(), PASSWORD + "\n");
        generate(name, Path.of(store(name)), "-ext", "bc:c");
        keytool("-exportcert", "-rfc", "-alias", name, "-file", pem().toString(), store(name));
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", pem().toString(), trust());
    }

    /** The authority's certificate in PEM format. */
    Path pem() {
        return folder.resolve(name + ".pem");
    }

    /** A trust store with the authority's certificate. */
    Path trustStore() {
        return folder.resolve(name + "-trust.p12");
    }

    /** The password of all stores. */
    Path passwordFile() {
        return folder.resolve("password");
    }

    /** A key store with a certificate for these names, such as {@code dns:localhost}. */
    Path sign(String alias, String alternativeNames) throws IOException {
        Path store = Path.of(store(alias));
        Files.copy(Path.of(store(name)), store);
        generate(alias, store, "-signer", name, "-ext", "san=" + alternativeNames);
        keytool("-delete", "-alias", name, store.toString());
        return store;
    }

    private void generate(String alias, Path store, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-alias", alias));
        arguments.addAll(List.of("-dname", "CN=" + alias, "-keyalg", "EC", "-validity", "2"));
        arguments.addAll(List.of(options));
        arguments.add(store.toString());
        keytool(arguments.toArray(String[]::new));
    }

    private String store(String alias) {
        return folder.resolve(alias + ".p12").toString();
    }

    private String trust() {
        return trustStore().toString();
    }

    /** Runs keytool; the last argument is the store. */
    private void keytool(String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(arguments).subList(0, arguments.length - 1));
        line.addAll(List.of("-keystore", arguments[arguments.length - 1], "-storepass", PASSWORD));
        Path said = folder.resolve("keytool.txt");
        Process keytool =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException(line + ": " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
