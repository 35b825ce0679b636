package io.fueloptimine.jobs.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.cli.PackagedBuild;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the jars for {@code flink run} contain. Flink itself is in the folder of Flink. */
class JobJarsITCase {

    private static final double MEBIBYTE = 1 << 20;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ingest, IngestJob, 30",
        "fuel, FuelJob, 26",
        "alarms, AlarmsJob, 26",
        "dispatch, DispatchJob, 26",
        "archive, ArchiveJob, 75",
        "cabs, CabsJob, 28"
    })
    void aJobJarHasTheJobAndItsLibrariesOnly(String job, String mainClass, double mostMib)
            throws IOException {
        Path file = jobJar(job);
        double mib = Files.size(file) / MEBIBYTE;
        System.out.printf("%s.jar: %.1f MiB%n", job, mib);
        try (JarFile jar = new JarFile(file.toFile())) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();

            assertThat(jar.getManifest().getMainAttributes().getValue(Name.MAIN_CLASS))
                    .isEqualTo("io.fueloptimine.jobs." + job + "." + mainClass);
            assertThat(entries)
                    .contains(
                            "META-INF/LICENSE.fueloptimine", "META-INF/LICENSE", "META-INF/NOTICE")
                    .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)"))
                    .noneMatch(name -> name.startsWith("ml/dmlc/"))
                    .noneMatch(name -> name.startsWith("ai/djl/"))
                    .noneMatch(name -> name.startsWith("org/slf4j/"))
                    .noneMatch(JobJarsITCase::isOfFlinksFolder)
                    .noneMatch(JobJarsITCase::isOtherNativeCode);
            assertThat(mib).isLessThan(mostMib);
        }
    }

    /** The driver of each database has a file of this name. */
    @ParameterizedTest
    @CsvSource({"fuel", "alarms", "dispatch"})
    void theServicesOfAllLibrariesAreMerged(String job) throws IOException {
        try (JarFile jar = new JarFile(jobJar(job).toFile())) {
            String drivers = text(jar, "META-INF/services/java.sql.Driver");

            assertThat(drivers)
                    .contains(
                            "org.h2.Driver",
                            "com.microsoft.sqlserver.jdbc.SQLServerDriver",
                            "org.postgresql.Driver");
        }
    }

    private static boolean isOfFlinksFolder(String name) {
        return name.startsWith("org/apache/flink/")
                && name.endsWith(".class")
                && !name.startsWith("org/apache/flink/connector/kafka/")
                && !name.startsWith("org/apache/flink/connector/jdbc/")
                && !name.startsWith("org/apache/flink/streaming/connectors/kafka/")
                && !name.startsWith("org/apache/flink/formats/parquet/")
                // Also of Flink's Kafka connector.
                && !name.startsWith("org/apache/flink/streaming/util/serialization/JSONKeyValue");
    }

    /** Native code except that with which Kafka and Parquet compress, on Linux. */
    private static boolean isOtherNativeCode(String name) {
        return name.matches(".*\\.(so|dll|dylib|jnilib|a)")
                && !name.matches(
                        "(linux|org/xerial/snappy/native/Linux|net/jpountz/util/linux)"
                                + "/(amd64|x86_64|aarch64)/lib[^/]*\\.so");
    }

    private static String text(JarFile jar, String entry) throws IOException {
        return new String(
                jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Path jobJar(String job) throws IOException {
        Path target = FuelHome.find().built(job);
        PackagedBuild.require(
                Files.isDirectory(target) ? List.of() : List.of("no folder " + target));
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith("-job.jar")).toList();
            PackagedBuild.require(jars.isEmpty() ? List.of("no job jar in " + target) : List.of());
            assertThat(jars).hasSize(1);
            return jars.get(0);
        }
    }
}
