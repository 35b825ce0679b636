package io.fueloptimine.jobs.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdUnitsTest {

    private static final Path UNITS = Path.of("../../deploy/bundle/systemd");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final String CURRENT = "/opt/fueloptimine/current";

    @TempDir Path folder;

    /** The programs are replaced by one that exists: systemd requires that they can be executed. */
    @Test
    void systemdUnderstandsEveryLine() throws Exception {
        assumeThat(ANALYZE).as("systemd-analyze, with which units are verified").exists();
        List<String> command = new ArrayList<>(List.of(ANALYZE.toString(), "verify", "--man=no"));
        for (Path unit : units()) {
            String text = Files.readString(unit).replaceAll(CURRENT + "/\\S+", "/bin/true");
            command.add(Files.writeString(folder.resolve(unit.getFileName()), text).toString());
        }

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output.lines().filter(line -> line.contains("fueloptimine"))).isEmpty();
        assertThat(process.exitValue()).as(output).isZero();
    }

    @Test
    void everyServiceRunsAsTheUserOfTheProductAndMayWriteItsDataOnly() throws IOException {
        for (Path unit : units()) {
            if (unit.toString().endsWith(".service")) {
                assertThat(Files.readString(unit))
                        .as(unit.toString())
                        .contains(
                                "ExecStart=" + CURRENT + "/",
                                "User=fueloptimine\n",
                                "EnvironmentFile=/etc/fueloptimine/site.env\n",
                                "NoNewPrivileges=true\n",
                                "ProtectSystem=strict\n");
            }
        }
    }

    private static List<Path> units() throws IOException {
        try (Stream<Path> files = Files.list(UNITS)) {
            return files.sorted().toList();
        }
    }
}
