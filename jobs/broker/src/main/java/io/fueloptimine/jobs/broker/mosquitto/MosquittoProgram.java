package io.fueloptimine.jobs.broker.mosquitto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Mosquitto executable, which a package of the operating system installs. */
public record MosquittoProgram(Path file) {

    private static final Pattern VERSION = Pattern.compile("mosquitto version (\\S+)");

    /**
     * Searches the executable in the PATH, /usr/sbin and /usr/local/sbin; empty if Mosquitto is not
     * installed.
     */
    public static Optional<MosquittoProgram> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Arrays.stream(path.split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(MosquittoProgram::new);
    }

    /**
     * Runs the program to read its version, such as 2.0.11. Returns "of unknown version" if the
     * program prints no version.
     */
    public String version() throws IOException {
        Process process =
                new ProcessBuilder(file.toString(), "-h").redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(text);
            return version.find() ? version.group(1) : "of unknown version";
        }
    }
}
