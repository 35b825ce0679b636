package io.fueloptimine.jobs.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.cli.PackagedBuild;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A job in application mode, from the folder that {@code fuel flink} writes. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class StandaloneJobITCase {

    private static final long LIMIT_S = 120;

    @TempDir Path folder;
    private FlinkFolder flink;

    @BeforeEach
    void writeFolder() throws IOException {
        flink = new FlinkFolder(FuelHome.find(), folder.resolve("flink"));
        PackagedBuild.require(flink.faults());
        flink.write();
    }

    @Test
    void theJobsOwnMainRunsAndNamesEachMissingOption() throws Exception {
        String output = run("--jars", "local://" + flink.jobJar("archive"), "--lake.pth", "lake");

        assertThat(output)
                .contains("kafka.bootstrap-servers is missing")
                .contains("lake.path is missing")
                .contains("lake.pth");
    }

    @Test
    void withoutNameOfAJarTheFolderOfTheUserMustHaveOne() throws Exception {
        assertThat(run("--lake.path", "lake")).contains("usrlib contains 0 jars, expected 1");
    }

    /** Runs the script until the process has ended; its output and log. */
    private String run(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                flink.folder().resolve("bin/standalone-job").toString(),
                                "-D",
                                "high-availability.type=NONE",
                                "-D",
                                "security.ssl.internal.enabled=false",
                                "-D",
                                "security.ssl.rest.enabled=false",
                                "-D",
                                "jobmanager.rpc.port=0",
                                "-D",
                                "rest.port=0",
                                "-D",
                                "execution.checkpointing.dir=" + folder.resolve("state").toUri()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(LIMIT_S, TimeUnit.SECONDS);
            String written = Files.readString(output, StandardCharsets.UTF_8) + log();
            assertThat(ended).as(written).isTrue();
            assertThat(process.exitValue()).as(written).isNotZero();
            return written;
        } finally {
            process.destroyForcibly();
        }
    }

    private String log() throws IOException {
        try (Stream<Path> files = Files.list(flink.folder().resolve("log"))) {
            StringBuilder log = new StringBuilder();
            for (Path file : files.toList()) {
                log.append(Files.readString(file, StandardCharsets.UTF_8));
            }
            return log.toString();
        }
    }
}
