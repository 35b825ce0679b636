package io.fueloptimine.jobs.cli.cluster;

import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder from which Flink runs with no network: Flink's jars, its configuration, scripts, and the
 * jars of the streaming jobs. The build has resolved all jars. Immutable.
 *
 * @param home the installation whose build is copied
 * @param folder the new folder
 */
public record FlinkFolder(FuelHome home, Path folder) {

    /** The streaming jobs, by the names of their modules. */
    static final List<String> JOBS =
            List.of("ingest", "fuel", "alarms", "dispatch", "archive", "cabs");

    /** The module whose jar in {@code lib} guards Flink's REST interface. */
    private static final String REST_ACCESS = "settings";

    /** Everything that prevents {@link #write}; empty if nothing does. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (Files.exists(folder) && !isEmptyFolder()) {
            faults.add(folder + " exists, expected a new or empty folder");
        }
        faults.addAll(buildFaults());
        return faults;
    }

    /** What the build lacks for {@link #write}; empty if nothing does. */
    public List<String> buildFaults() {
        List<String> faults = new ArrayList<>();
        if (!Files.isDirectory(flinkJars())) {
            faults.add(
                    flinkJars() + " does not exist, expected Flink's jars: build with mvn package");
        }
        for (String job : JOBS) {
            requireJar(job, "-job.jar", faults);
        }
        requireJar(REST_ACCESS, ".jar", faults);
        return faults;
    }

    /**
     * Writes the folder.
     *
     * @throws IOException if a file cannot be read or written; what was written so far remains
     */
    public void write() throws IOException {
        copyFolder(flinkJars(), folder.resolve("lib"));
        copyFolder(home.flinkScripts(), folder.resolve("bin"));
        copyFolder(home.standaloneFlinkConf(), folder.resolve("conf"));
        Path guard = jars(REST_ACCESS, ".jar").get(0);
        Files.copy(guard, folder.resolve("lib").resolve(guard.getFileName()));
        Files.createDirectories(folder.resolve("jobs"));
        for (String job : JOBS) {
            Files.copy(jars(job, "-job.jar").get(0), jobJar(job));
        }
        for (String empty : List.of("log", "plugins", "usrlib")) {
            Files.createDirectories(folder.resolve(empty));
        }
        Files.copy(home.root().resolve("LICENSE"), folder.resolve("LICENSE"));
    }

    /** The jar of a job in the written folder. */
    Path jobJar(String job) {
        return folder.resolve("jobs").resolve(job + ".jar");
    }

    private Path flinkJars() {
        return home.built("flink").resolve("lib");
    }

    private void requireJar(String module, String ending, List<String> faults) {
        int found = jars(module, ending).size();
        if (found != 1) {
            faults.add(
                    home.built(module)
                            + " contains "
                            + found
                            + " files fueloptimine-jobs-"
                            + module
                            + "-*"
                            + ending
                            + ", expected 1: build with mvn clean package");
        }
    }

    private List<Path> jars(String module, String ending) {
        try (Stream<Path> files = Files.list(home.built(module))) {
            return files.filter(file -> isJar(file.getFileName().toString(), ending)).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isJar(String name, String ending) {
        return name.endsWith(ending)
                && (ending.equals("-job.jar")
                        || !name.endsWith("-job.jar") && !name.endsWith("-tests.jar"));
    }

    private boolean isEmptyFolder() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        // Files.copy does not keep permissions on every system.
        try (Stream<Path> files = Files.list(from)) {
            files.filter(Files::isExecutable)
                    .filter(Files::isRegularFile)
                    .forEach(file -> to.resolve(file.getFileName()).toFile().setExecutable(true));
        }
    }
}
