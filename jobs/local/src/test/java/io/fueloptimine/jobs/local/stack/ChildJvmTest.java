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
            System.out.println(System.getProperty("greeting") + " " + arguments[0]);
            new CountDownLatch(1).await();
        }
    }
}
