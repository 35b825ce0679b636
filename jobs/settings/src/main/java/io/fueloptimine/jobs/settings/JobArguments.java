package io.fueloptimine.jobs.settings;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaOptions;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.OwnMessage;
import io.fueloptimine.models.mine.input.TextFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * The {@code --key value} arguments of one job: reads and checks each option, and collects every
 * fault. Use:
 *
 * <pre>{@code
 * JobArguments given = JobArguments.parse(arguments, OWN, SqlTableOptions.ALL);
 * KafkaConnection kafka = given.kafka();
 * Path registry = given.folder(JobOptions.REGISTRY_PATH);
 * SqlConnection sql = SqlTableOptions.connection(given);
 * Duration interval = given.duration(CHECKPOINT_INTERVAL);
 * given.requireValid();
 * return new FuelOptions(kafka, registry, sql, interval);
 * }</pre>
 *
 * <p>An option without a default is required, unless a method whose name begins with {@code
 * optional} reads the option. A method that finds a fault records the fault and returns null, or
 * the lower bound of a number; the caller must not use this value. If there are faults, {@link
 * #requireValid} throws an exception. Not thread-safe.
 */
public final class JobArguments {

    private final Configuration given;
    private final List<String> faults;

    private JobArguments(Configuration given, List<String> faults) {
        this.given = given;
        this.faults = faults;
    }

    /**
     * Parses the arguments and looks for unknown options.
     *
     * @param known the options of the job; those of {@link KafkaOptions} are always known
     */
    @SafeVarargs
    public static JobArguments parse(String[] arguments, List<ConfigOption<?>>... known) {
        ArgumentPairs pairs = ArgumentPairs.of(arguments);
        List<String> faults = new ArrayList<>(pairs.faults());
        KnownKeys keys = KnownKeys.of(known);
        pairs.configuration().keySet().stream()
                .sorted()
                .flatMap(key -> keys.faultIn(key).stream())
                .forEach(faults::add);
        return new JobArguments(pairs.configuration(), faults);
    }

    /**
     * All arguments, for builders that read their options from a configuration, such as the builder
     * of the MQTT source.
     */
    public Configuration configuration() {
        return given;
    }

    /**
     * The text of an option; the option's default if the option is not given. A missing text
     * without default is a fault.
     */
    public String text(ConfigOption<String> option) {
        return required(option, "a value");
    }

    /** The text of an option; empty if the option is not given. */
    public Optional<String> optionalText(ConfigOption<String> option) {
        return given.getOptional(option);
    }

    /**
     * The text of an option. A text that does not match the whole regular expression {@code
     * pattern} is a fault.
     */
    public String text(ConfigOption<String> option, String pattern, String expected) {
        String value = required(option, expected);
        if (value != null && !value.matches(pattern)) {
            addFault(option, value, expected);
        }
        return value;
    }

    /** The duration of an option. A duration below 1 ms is a fault. */
    public Duration duration(ConfigOption<Duration> option) {
        String expected = "a duration above 0 such as 10s or 5min";
        Duration value = required(option, expected);
        if (value != null && value.toMillis() <= 0) {
            addFault(option, rawValue(option), expected);
        }
        return value;
    }

    /** The number of an option. A number below {@code min} or above {@code max} is a fault. */
    public <N extends Number & Comparable<N>> N number(ConfigOption<N> option, N min, N max) {
        String expected = "a number from " + min + " to " + max;
        N value = required(option, expected);
        if (value == null) {
            return min;
        }
        if (!(value.compareTo(min) >= 0 && value.compareTo(max) <= 0)) {
            addFault(option, value, expected);
        }
        return value;
    }

    /** The folder of an option. A folder that does not exist is a fault. */
    public Path folder(ConfigOption<String> option) {
        Path folder = path(option, required(option, "an existing folder"));
        if (folder != null && !Files.isDirectory(folder)) {
            addFault(option, folder, "an existing folder");
        }
        return folder;
    }

    /**
     * The folder of an option for Flink's output. The folder need not exist; a backslash in its
     * name is a fault.
     */
    public Path outputFolder(ConfigOption<String> option) {
        Path folder = path(option, required(option, "a folder"));
        if (folder != null && folder.toString().contains("\\")) {
            addFault(option, folder, "a name without backslash, which Flink reads as a slash");
        }
        return folder;
    }

    /** The content of the file that a required option names. */
    public <T> T file(ConfigOption<String> option, FileReader<T> reader) {
        Path file = path(option, required(option, "a file"));
        return file == null ? null : read(option, file, reader);
    }

    /**
     * The content of the file that an option names; the value of {@code whenAbsent} if the option
     * is not given.
     */
    public <T> T optionalFile(
            ConfigOption<String> option, FileReader<T> reader, Supplier<T> whenAbsent) {
        return given.getOptional(option)
                .map(value -> path(option, value))
                .map(file -> read(option, file, reader))
                .orElseGet(whenAbsent);
    }

    /**
     * The text of an option, parsed. If the parser throws {@link IllegalArgumentException}, the
     * message of the exception is recorded as a fault.
     */
    public <T> T parsed(ConfigOption<String> option, Function<String, T> parser) {
        String value = required(option, "a value");
        return value == null ? null : collect(option.key() + ": ", () -> parser.apply(value));
    }

    /**
     * The object that the builder makes. If the builder throws {@link IllegalArgumentException},
     * the message of the exception is recorded as a fault; the message must name the option.
     */
    public <T> T checked(Supplier<T> builder) {
        return collect("", builder);
    }

    /** The connection to Kafka, from the options of {@link KafkaOptions}. */
    public KafkaConnection kafka() {
        return checked(() -> KafkaConnection.from(given));
    }

    /** The Kafka consumer group; {@code byDefault} if the option is not given. */
    public String groupId(String byDefault) {
        return given.get(KafkaOptions.GROUP_ID, byDefault);
    }

    /**
     * The validation suite (set of data-quality rules) in the file of {@link
     * JobOptions#RULES_FILE}; the default suite, which is part of the program, if no file is given.
     */
    public ValidationSuite suite() {
        return optionalFile(JobOptions.RULES_FILE, ValidationSuite::read, ValidationSuite::shipped);
    }

    /** The mines that are described in the folder {@link JobOptions#MINES_FOLDER}. */
    public MineSites mines() {
        return file(JobOptions.MINES_FOLDER, MineSites::read);
    }

    /**
     * Which readings may advance event time, as {@link JobOptions#CLOCKS} define. The log names the
     * open sites.
     *
     * @param mines the mines whose machines are known; null if the mine files have faults
     */
    public ClockRules clocks(MineSites mines) {
        return ClockArguments.read(this, mines);
    }

    /**
     * The settings in the file of {@link JobOptions#SETTINGS_FILE}, or the default settings if no
     * file is given.
     */
    public StepSettings settings() {
        return optionalFile(
                JobOptions.SETTINGS_FILE, StepSettings::read, () -> StepSettings.DEFAULT);
    }

    /** Records a fault that the caller found. */
    public void addFault(String fault) {
        faults.add(fault);
    }

    /**
     * Ends the reading of options.
     *
     * @throws InvalidInputException if any fault was recorded; the message names every fault, one
     *     per line
     */
    public void requireValid() {
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    <T> T required(ConfigOption<T> option, String expected) {
        try {
            T value = given.getOptional(option).orElse(option.defaultValue());
            if (value == null) {
                faults.add(option.key() + " is missing, expected " + expected);
            }
            return value;
        } catch (IllegalArgumentException e) {
            addFault(option, rawValue(option), expected);
            return null;
        }
    }

    /** Converts a text to a path; returns null if the text is null or not a valid path. */
    private Path path(ConfigOption<String> option, String value) {
        try {
            return value == null ? null : Path.of(value);
        } catch (InvalidPathException e) {
            addFault(
                    option,
                    value,
                    "a file name in the character set of this JVM, "
                            + System.getProperty("sun.jnu.encoding")
                            + "; set LC_ALL=C.UTF-8 for names in UTF-8");
            return null;
        }
    }

    private <T> T read(ConfigOption<String> option, Path file, FileReader<T> reader) {
        if (file == null) {
            return null;
        }
        try {
            return reader.read(file);
        } catch (InvalidInputException e) {
            e.faults().forEach(fault -> faults.add(option.key() + ": " + fault));
        } catch (IOException e) {
            addFault(option, file, "a readable file; it " + TextFile.reason(e));
        }
        return null;
    }

    private <T> T collect(String prefix, Supplier<T> builder) {
        try {
            return builder.get();
        } catch (InvalidInputException e) {
            e.faults().forEach(fault -> faults.add(prefix + fault));
        } catch (IllegalArgumentException e) {
            faults.add(prefix + OwnMessage.of(e).orElse("a value of the wrong type"));
        }
        return null;
    }

    String rawValue(ConfigOption<?> option) {
        return given.toMap().getOrDefault(option.key(), String.valueOf(option.defaultValue()));
    }

    void addFault(ConfigOption<?> option, Object value, String expected) {
        faults.add(option.key() + " is '" + value + "', expected " + expected);
    }

    /** Reads a file that an option names. */
    @FunctionalInterface
    public interface FileReader<T> {
        /**
         * Reads the file.
         *
         * @throws IOException if the file cannot be read
         * @throws InvalidInputException if the content of the file is wrong
         */
        T read(Path file) throws IOException;
    }
}
