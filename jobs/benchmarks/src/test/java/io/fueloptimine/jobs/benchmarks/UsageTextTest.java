package io.fueloptimine.jobs.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.cli.Fuel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The usage texts of all commands of {@code fuel} and {@code fuel bench}. */
class UsageTextTest {

    /** Picocli formats a description, so that a per cent sign in it must be doubled. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void aUsageTextIsFormattedWithoutAFault(String name, CommandLine command) {
        ByteArrayOutputStream warnings = new ByteArrayOutputStream();
        PrintStream standardError = System.err;
        String usage;
        System.setErr(new PrintStream(warnings, true, StandardCharsets.UTF_8));
        try {
            usage = command.getUsageMessage();
        } finally {
            System.setErr(standardError);
        }

        assertThat(warnings.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(usage).contains(name).doesNotContain("%%");
    }

    static Stream<Object[]> commands() {
        return Stream.of(Fuel.commandLine(), Fuel.commandLine(new BenchCommand()))
                .flatMap(UsageTextTest::withSubcommands)
                .map(line -> new Object[] {line.getCommandSpec().qualifiedName(), line});
    }

    private static Stream<CommandLine> withSubcommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream()
                        .distinct()
                        .flatMap(UsageTextTest::withSubcommands));
    }
}
