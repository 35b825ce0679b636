package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class VersionCommandTest {

    private static final Path ROOT = FuelHome.find().root();

    @Test
    void printsTheVersionsOfTheBuild() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(fuel("version").lines())
                .containsExactly(
                        "FuelOptiMine " + first(pom, "</artifactId>\\s*<version>(.*?)</version>"),
                        "Java " + Runtime.version(),
                        "Flink " + first(pom, "<flink.version>(.*?)</flink.version>"),
                        "SQL tables V" + newestMigration(),
                        "Messages v1");
    }

    @Test
    void theOptionPrintsTheFirstLine() {
        assertThat(fuel("--version").strip()).isEqualTo(fuel("version").lines().toList().get(0));
    }

    private static String fuel(String argument) {
        StringWriter out = new StringWriter();
        CommandLine command = Fuel.commandLine();
        command.setOut(new PrintWriter(out, true));
        assertThat(command.execute(argument)).isZero();
        return out.toString();
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static int newestMigration() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("sql/h2"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .map(name -> Integer.valueOf(first(name, "^V(\\d+)__")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
