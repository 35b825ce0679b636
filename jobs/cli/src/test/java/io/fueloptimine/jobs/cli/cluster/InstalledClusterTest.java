package io.fueloptimine.jobs.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of a cluster say and end if they wait in vain. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class InstalledClusterTest {

    private static final Duration SHORT = Duration.ofMillis(100);

    /** Port 1 refuses connections. */
    private static final ClusterRest UNREACHABLE =
            new ClusterRest(
                    HttpClient.newHttpClient(),
                    URI.create("http://127.0.0.1:1"),
                    Duration.ofSeconds(30));

    @TempDir Path folder;

    @Test
    void commandsThatDoNotEndAreEndedAndShown() throws Exception {
        Path output = folder.resolve("output.txt");
        Path pid = folder.resolve("pid");
        String commands = "echo $$ >'" + pid + "'; exec tail -f /dev/null";
        try (InstalledCluster cluster = cluster()) {
            assertThatThrownBy(
                            () -> cluster.bash(output, Map.of(), commands, Duration.ofSeconds(2)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("not done after 2 s", commands);
        }
        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))).isEmpty();
    }

    @Test
    void commandsThatFailAreShownWithTheirOutput() throws Exception {
        try (InstalledCluster cluster = cluster()) {
            assertThatThrownBy(
                            () ->
                                    cluster.bash(
                                            folder.resolve("output.txt"),
                                            Map.of(),
                                            "echo no such job; exit 3"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("exit code 3", "no such job");
        }
    }

    @Test
    void aConditionInVainIsShownWithTheLastAnswerAndTheLogs() throws Exception {
        Path log = Files.writeString(folder.resolve("log"), "java.net.BindException\n");
        Process process = new ProcessBuilder("tail", "-f", "/dev/null").start();
        try (InstalledCluster cluster = cluster()) {
            cluster.started().add(new ClusterProcess("taskmanager-0", process, List.of(log)));
            ClusterWait wait = new ClusterWait(cluster, UNREACHABLE, SHORT);

            assertThatThrownBy(
                            () ->
                                    wait.until(
                                            "a TaskManager",
                                            () -> !UNREACHABLE.taskManagers().isEmpty()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll(
                            "in vain for: a TaskManager",
                            "GET /taskmanagers: java.net.ConnectException",
                            "taskmanager-0 runs",
                            "java.net.BindException");
        }
        assertThat(process.isAlive()).isFalse();
    }

    private InstalledCluster cluster() {
        return new InstalledCluster(folder, folder, new ArrayList<>());
    }
}
