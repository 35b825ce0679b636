package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Texts from outside cannot act on the terminal of a command or of a reader of the log. */
class TerminalTricksTest {

    private static final String TRICK = "rule a\u001b[2J\u009b1m\u202Eb";

    @Test
    void noCommandPrintsAControlCharacter() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        PrintStream before = System.out;
        PrintStream errorsBefore = System.err;
        System.setOut(new PrintStream(terminal, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(terminal, true, StandardCharsets.UTF_8));
        try {
            Fuel.commandLine(new Printing()).execute("--" + TRICK);
            Fuel.commandLine(new Printing()).execute();
        } finally {
            System.setOut(before);
            System.setErr(errorsBefore);
        }

        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .contains("row\tT1\n", "a\\u001B[2J\\u009B1m\\u202Eb", "100 %")
                .contains("Unknown option", "broken")
                .doesNotContain("\u001b", "\u009b", "\u202E", "\r");
    }

    @Test
    void keepsAPairOfSurrogatesHoweverItIsWritten() {
        StringWriter terminal = new StringWriter();
        PrintWriter out = PrintableOutput.of(new PrintWriter(terminal));

        out.print("\uD83D\uDE9C".toCharArray());
        out.append('\uD83D').append('\uDE9C');
        out.flush();

        assertThat(terminal).hasToString("\uD83D\uDE9C\uD83D\uDE9C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "standalone"})
    void noLogHoldsAControlCharacter(String place) throws IOException {
        PatternLayout layout = logLayout(place);

        String line =
                layout.toSerializable(
                        Log4jLogEvent.newBuilder()
                                .setLoggerName("io.fueloptimine.X")
                                .setLevel(Level.WARN)
                                .setMessage(new SimpleMessage("Cami\u00F3n 7 " + TRICK))
                                .setThrown(new IllegalStateException(TRICK + "\u2067"))
                                .build());

        assertThat(line)
                .contains("Cami\u00F3n 7 rule a\uFFFD[2J")
                .contains("IllegalStateException: rule a\uFFFD", "\tat " + getClass().getName())
                .doesNotContain("\u001b", "\u009b", "\u202E", "\u2067");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "standalone"})
    void anExceptionOfAJobThatHasEndedIsLogged(String place) throws IOException {
        PatternLayout layout = logLayout(place);
        IllegalStateException thrown = new IllegalStateException("checkpoint declined");
        thrown.setStackTrace(
                new StackTraceElement[] {
                    new StackTraceElement("io.fueloptimine.job.Ended", "run", "Ended.java", 7)
                });
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClosedClassLoader());
        try {
            assertThat(
                            layout.toSerializable(
                                    Log4jLogEvent.newBuilder()
                                            .setLoggerName("io.fueloptimine.X")
                                            .setLevel(Level.INFO)
                                            .setMessage(new SimpleMessage("Checkpoint 3"))
                                            .setThrown(thrown)
                                            .build()))
                    .contains("checkpoint declined", "\tat io.fueloptimine.job.Ended.run");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static PatternLayout logLayout(String place) throws IOException {
        Properties settings = new Properties();
        settings.load(
                Files.newBufferedReader(
                        Path.of("../../flink-conf").resolve(place).resolve("log4j2.properties")));
        return PatternLayout.newBuilder()
                .withPattern(settings.getProperty("appender.file.layout.pattern"))
                .withAlwaysWriteExceptions(
                        !"false"
                                .equals(
                                        settings.getProperty(
                                                "appender.file.layout.alwaysWriteExceptions")))
                .build();
    }

    /** Behaves as the class loader of a job does after the job has ended. */
    private static final class ClosedClassLoader extends ClassLoader {
        @Override
        public Class<?> loadClass(String name) {
            throw new IllegalStateException("Trying to access closed classloader");
        }
    }

    @Command(name = "printing")
    private static final class Printing implements Callable<Integer> {

        @Spec private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            out.println("row\tT1");
            out.printf("%s %d %%%n", TRICK, 100);
            out.flush();
            throw new IllegalStateException("broken " + TRICK);
        }
    }
}
