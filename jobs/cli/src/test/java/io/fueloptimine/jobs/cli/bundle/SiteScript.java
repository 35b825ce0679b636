package io.fueloptimine.jobs.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the script {@code bin/site} of small bundles, whose programs are empty, below a folder in
 * place of the machine's root.
 */
final class SiteScript {

    private static final Path SOURCES = Path.of("../../deploy/bundle");
    private static final int LIMIT_S = 60;

    private final Path folder;
    private final Path root;

    SiteScript(Path folder) {
        this.folder = folder;
        this.root = folder.resolve("root");
    }

    /** A file below the folder in place of the root. */
    Path at(String path) {
        return root.resolve(path);
    }

    /** Unpacks a bundle of a version, and returns its folder. */
    Path unpack(String version) throws Exception {
        Path bundle = folder.resolve("fueloptimine-" + version);
        for (String part : List.of("bin", "etc", "systemd")) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(part))) {
                for (Path file : files.toList()) {
                    copy(file, bundle.resolve(part).resolve(file.getFileName()));
                }
            }
        }
        write(bundle, "VERSION", version + "\n");
        write(bundle, "flink/conf/config.yaml", "dir: /var/lib/fueloptimine/flink\n");
        write(bundle, "flink/conf/log4j2.properties", "");
        write(bundle, "fuel/models/registry/models/a", "model");
        write(bundle, "fuel/deploy/local/mines/andes.yaml", "site: andes\n");
        write(
                bundle,
                "fuel/flink-conf/tls/make-certificates",
                "#!/usr/bin/env bash\nmkdir -p \"$1/cluster\"\n"
                        + "echo 'key: secret' > \"$1/cluster/security.yaml\"\n");
        executable(bundle.resolve("fuel/flink-conf/tls/make-certificates"));
        sum(bundle);
        return bundle;
    }

    /** Runs the script of a bundle; returns its exit code and output. */
    Result run(Path bundle, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        List<String> command =
                Stream.concat(
                                Stream.of("bash", bundle.resolve("bin/site").toString()),
                                Stream.of(arguments))
                        .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("FUEL_ROOT", root.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(process.waitFor(LIMIT_S, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(output));
    }

    /** Writes a file of a bundle without its sum. */
    static void write(Path bundle, String name, String text) throws IOException {
        Path file = bundle.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
        if (Files.isExecutable(from)) {
            executable(to);
        }
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void sum(Path bundle) throws Exception {
        StringBuilder sums = new StringBuilder();
        List<BundleFile> files =
                BundleFile.in(".", bundle).stream()
                        .sorted(Comparator.comparing(BundleFile::name))
                        .toList();
        for (BundleFile file : files) {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file.source()));
            sums.append(HexFormat.of().formatHex(sum)).append("  ").append(file.name());
            sums.append('\n');
        }
        Files.writeString(bundle.resolve("SHA256SUMS"), sums, StandardCharsets.UTF_8);
    }

    /**
     * What a run of the script gave.
     *
     * @param output standard output and error output
     */
    record Result(int exitCode, String output) {}
}
