package io.fueloptimine.jobs.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An authority that signs certificates, made by the JDK's keytool for one test. */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final String name;

    /** Founds the authority; all its files lie in the folder. */
    Certificates(Path folder, String name) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.name = name;
        Files.writeString(passwordFile(), PASSWORD + "\n");
        generate(name, Path.of(store(name)), "-ext", "bc:c");
        keytool("-exportcert", "-rfc", "-alias", name, "-file", pem().toString(), store(name));
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", pem().toString(), trust());
    }

    /** The authority's certificate as text. */
    Path pem() {
        return folder.resolve(name + ".pem");
    }

    /** A store that trusts the authority. */
    Path trustStore() {
        return folder.resolve(name + "-trust.p12");
    }

    /** The password of every store here. */
    Path passwordFile() {
        return folder.resolve("password");
    }

    /** A key with a certificate for these names, such as {@code dns:localhost}. */
    Path sign(String alias, String alternativeNames) throws IOException {
        Path store = Path.of(store(alias));
        Files.copy(Path.of(store(name)), store);
        generate(alias, store, "-signer", name, "-ext", "san=" + alternativeNames);
        keytool("-delete", "-alias", name, store.toString());
        return store;
    }

    private void generate(String alias, Path store, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("-genkeypair", "-alias", alias));
        words.addAll(List.of("-dname", "CN=" + alias, "-keyalg", "EC", "-validity", "2"));
        words.addAll(List.of(more));
        words.add(store.toString());
        keytool(words.toArray(String[]::new));
    }

    private String store(String alias) {
        return folder.resolve(alias + ".p12").toString();
    }

    private String trust() {
        return trustStore().toString();
    }

    /** The last word is the store. */
    private void keytool(String... words) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(words).subList(0, words.length - 1));
        line.addAll(List.of("-keystore", words[words.length - 1], "-storepass", PASSWORD));
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
