package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.training.report.SmallRegistry;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the commands print does not depend on the computer. */
class OutputUnderLocalesTest {

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final String SUITE =
            "../../models/quality/src/main/resources/validation-suite.yaml";
    private static final String RULES =
            """
            {"name": "ñandú", "expectations": [
              {"type": "expect_column_values_to_be_between",
               "kwargs": {"column": "speedKph", "min_value": 0.5, "max_value": 1234.5}},
              {"type": "expect_column_to_exist", "kwargs": {"column": "speedKph"}}]}
            """;

    @TempDir Path folder;

    @BeforeEach
    void register() throws IOException {
        SmallRegistry.in(folder.resolve("registry")).promote(ModelRegistry.FUEL_WINDOW, 1);
        Files.writeString(folder.resolve("gx.json"), RULES);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "es-BO, America/La_Paz",
        "de-DE, Europe/Berlin",
        "tr-TR, Europe/Istanbul",
        "ar-EG, America/Santiago",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Kathmandu"
    })
    void isTheSameUnderEveryLocaleAndTimeZone(String locale, String zone) {
        List<String> expected = printed("und", "UTC");

        assertThat(String.join("\n", expected))
                .contains("74,880", "1 expectations imported, 1 not.", "0.092");
        assertThat(printed(locale, zone)).isEqualTo(expected);
    }

    private List<String> printed(String locale, String zone) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        String registry = folder.resolve("registry").toString();
        List<String> all = new ArrayList<>();
        all.add(fuel("models", "list", "--registry", registry));
        all.add(fuel("models", "show", "2", "--registry", registry));
        all.add(fuel("models", "compare", "1", "2", "--registry", registry));
        all.add(fuel("models", "promote", "1", "--registry", registry));
        all.add(fuel("models", "promote", "3", "--registry", registry));
        all.add(fuel("rules", "check", SUITE));
        all.add(fuel("rules", "import", folder.resolve("gx.json").toString()));
        all.add(fuel("settings", "show"));
        all.add(fuel("settings", "show", "--yaml"));
        all.add(fuel("local", "--minutes", "-1.5"));
        all.add(fuel("dead-letters", "list", "--since", "yesterday"));
        return all;
    }

    /** Picocli sorts options by their names in lower case, which Turkish spells differently. */
    @Test
    void helpIsTheSameInATurkishProcess() throws Exception {
        String expected = help("-Duser.language=en");

        assertThat(expected).contains("--mine=FILE", "--mqtt-port=PORT");
        assertThat(help("-Duser.language=tr")).isEqualTo(expected);
    }

    private String help(String locale) throws Exception {
        Path text = folder.resolve(locale);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                locale,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Fuel.class.getName(),
                                "local",
                                "--help")
                        .redirectErrorStream(true)
                        .redirectOutput(text.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(text);
    }

    private static String fuel(String... arguments) {
        StringWriter text = new StringWriter();
        CommandLine command = Fuel.commandLine();
        command.setOut(new PrintWriter(text, true));
        command.setErr(new PrintWriter(text, true));
        int exitCode = command.execute(arguments);
        return Arrays.toString(arguments) + " " + exitCode + "\n" + text;
    }
}
