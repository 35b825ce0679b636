package io.fueloptimine.jobs.cli.bundle;

import io.fueloptimine.jobs.cli.cluster.FlinkFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the bundle contains: scripts and units of {@code deploy/bundle}, a Flink folder, the {@code
 * fuel} command with the MQTT broker, configuration, mines, models and queries, and lists of all
 * libraries (CycloneDX).
 *
 * @param home the installation whose build is bundled
 */
record BundleContents(FuelHome home) {

    /** The modules of {@code jobs} whose libraries are in the bundle. */
    private static final List<String> MODULES = List.of("cli", "broker", "flink");

    /** Folders that the {@code fuel} command reads, under the same names as in its checkout. */
    private static final List<String> FOLDERS =
            List.of(
                    "deploy/brokers",
                    "deploy/local",
                    "flink-conf/local",
                    "flink-conf/standalone",
                    "flink-conf/tls",
                    "models/registry",
                    "sql/queries");

    /** Everything that prevents {@link #files}; empty if nothing does. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(flink(home.root()).buildFaults());
        for (String folder : FOLDERS) {
            if (!Files.isDirectory(home.root().resolve(folder))) {
                faults.add(home.root().resolve(folder) + " does not exist");
            }
        }
        for (String module : MODULES) {
            if (!Files.isRegularFile(libraries(module))) {
                faults.add(
                        libraries(module)
                                + " does not exist, expected the list of libraries that mvn"
                                + " package writes");
            }
        }
        return faults;
    }

    /**
     * The files of the bundle.
     *
     * @param work an empty folder for files that are made for the bundle; they must exist until the
     *     bundle is written
     * @param version the version of the product
     */
    List<BundleFile> files(Path work, String version) throws IOException {
        List<BundleFile> files = new ArrayList<>();
        for (String part : List.of("bin", "etc", "systemd")) {
            files.addAll(BundleFile.in(part, home.root().resolve("deploy/bundle").resolve(part)));
        }
        files.add(
                new BundleFile(
                        "README.md", home.root().resolve("deploy/bundle").resolve("README.md")));
        files.add(new BundleFile("LICENSE", home.root().resolve("LICENSE")));
        files.add(new BundleFile("VERSION", written(work.resolve("VERSION"), version + "\n")));
        flink(work).write();
        files.addAll(BundleFile.in("flink", work.resolve("flink")));
        for (String module : MODULES) {
            files.add(new BundleFile("sbom/" + module + ".cdx.json", libraries(module)));
        }
        addFuel(files);
        return files;
    }

    private void addFuel(List<BundleFile> files) throws IOException {
        files.add(new BundleFile("fuel/deploy/fuel", home.root().resolve("deploy/fuel")));
        for (String folder : FOLDERS) {
            files.addAll(BundleFile.in("fuel/" + folder, home.root().resolve(folder)));
        }
        for (String module : List.of("cli", "broker")) {
            String name = "fuel/jobs/" + module + "/target";
            files.addAll(BundleFile.in(name + "/lib", home.built(module).resolve("lib")));
            try (Stream<Path> jars = Files.list(home.built(module))) {
                jars.filter(jar -> jar.getFileName().toString().endsWith(".jar"))
                        .filter(jar -> !jar.getFileName().toString().endsWith("-tests.jar"))
                        .forEach(
                                jar ->
                                        files.add(
                                                new BundleFile(
                                                        name + "/" + jar.getFileName(), jar)));
            }
        }
    }

    private FlinkFolder flink(Path work) {
        return new FlinkFolder(home, work.resolve("flink"));
    }

    private Path libraries(String module) {
        return home.built(module).resolve("libraries.cdx.json");
    }

    private static Path written(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }
}
