package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The class paths of the product: that of the commands, which this module's tests share, and that
 * of the built-in broker. An artefact that is there twice, also under another group, is loaded by
 * chance from one of its versions.
 */
class ClassPathTest {

    /** Set by Maven's test plugin; other runners have class paths of their own. */
    private static final String OF_MAVEN = "surefire.test.class.path";

    /** Kafka's metrics library and the one of Flink's tests share this name and no class. */
    private static final String TWO_LIBRARIES = "metrics-core";

    /** Classes that several artefacts of one release contain: Flink and Parquet bundle them. */
    private static final List<String> BUNDLED =
            List.of("org/apache/flink/connector/base/", "shaded/parquet/");

    @Test
    void theCommandsHaveEveryArtefactAndClassOnce() throws IOException {
        String classPath = System.getProperty(OF_MAVEN, "");
        assumeTrue(!classPath.isEmpty(), "not run by Maven");

        assertEachOnce(
                Arrays.stream(classPath.split(File.pathSeparator))
                        .filter(entry -> entry.endsWith(".jar"))
                        .map(Path::of)
                        .toList());
    }

    @Test
    void theBrokerHasEveryArtefactAndClassOnce() throws IOException {
        Path libraries = FuelHome.find().broker().resolve("lib");
        PackagedBuild.require(
                Files.isDirectory(libraries) ? List.of() : List.of("no folder " + libraries));

        try (Stream<Path> files = Files.list(libraries)) {
            assertEachOnce(files.toList());
        }
    }

    private static void assertEachOnce(List<Path> jars) throws IOException {
        assertThat(jars).isNotEmpty();
        Map<String, List<Path>> artefacts =
                jars.stream().collect(Collectors.groupingBy(ClassPathTest::artefact));
        artefacts.remove(TWO_LIBRARIES);
        assertThat(twice(artefacts)).as("artefacts in several versions or groups").isEmpty();
        Map<String, List<Path>> classes = new TreeMap<>();
        for (Path jar : jars) {
            for (String name : classesIn(jar)) {
                classes.merge(
                        name,
                        List.of(jar.getFileName()),
                        (some, other) -> Stream.concat(some.stream(), other.stream()).toList());
            }
        }
        assertThat(twice(classes)).as("classes in several artefacts").isEmpty();
    }

    private static Map<String, List<Path>> twice(Map<String, List<Path>> places) {
        Map<String, List<Path>> twice = new TreeMap<>(places);
        twice.values().removeIf(found -> found.size() == 1);
        return twice;
    }

    /** The name of a jar without version; test classes are another artefact. */
    private static String artefact(Path jar) {
        String name = jar.getFileName().toString();
        return name.replaceFirst("-\\d[^/]*?(-tests)?\\.jar$", "$1");
    }

    private static TreeSet<String> classesIn(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .filter(name -> !name.matches(".*(module|package)-info\\.class"))
                    .filter(name -> BUNDLED.stream().noneMatch(name::startsWith))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
