package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChildJvmTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir Path folder;

    @Test
    void runsAMainWithThisClassPathUntilItIsKilled() throws Exception {
        Path output = folder.resolve("logs/child.out");
        ChildJvm child =
                ChildJvm.start(
                        Greeting.class.getName(),
                        List.of("-Xmx32m", "-Dgreeting=hello"),
                        List.of("mine"),
                        output);

        Await.until(
                "the child has printed its line", LIMIT, () -> read(output).contains("hello mine"));
        assertThat(child.isAlive()).isTrue();
        child.kill();
        assertThat(child.isAlive()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.fueloptimine.jobs.local.stack.FolderNames#all")
    void worksInTheFolderOfItsOutputWhateverItsName(String name) throws Exception {
        Path output = folder.resolve(name).resolve("child.out");
        String option = "-Dgreeting=" + folder.resolve(name);
        ChildJvm child =
                ChildJvm.start(
                        Greeting.class.getName(),
                        List.of("-Xmx32m", "-XX:TieredStopAtLevel=1", option),
                        List.of(folder.resolve(name).toString()),
                        output);
        try {
            String path = folder.resolve(name).toString();
            Await.until(
                    "the child has printed its line",
                    LIMIT,
                    () -> read(output).contains(path + " " + path + " in " + path));
        } finally {
            child.kill();
        }
    }

    @Test
    void log4jReadsOneFileWhateverTheNameOfItsFolder() {
        assertThat(ChildJvm.log4jConfiguration(Path.of("/a b,c#d%20/${e}")))
                .isEqualTo(
                        "-Dlog4j2.configurationFile="
                                + "file:///a%20b%2Cc%23d%2520/$%7Be%7D/log4j2.properties");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** Prints one line and waits. */
    public static final class Greeting {

        private Greeting() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(
                    System.getProperty("greeting")
                            + " "
                            + arguments[0]
                            + " in "
                            + System.getProperty("user.dir"));
            new CountDownLatch(1).await();
        }
    }
}
