package io.fueloptimine.jobs.settings.application;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The arguments of {@link StandaloneJob}: those of Flink first, then the job's own.
 *
 * @param configuration the folder of Flink's configuration
 * @param dynamic options that override the configuration
 * @param jar the job's jar; empty if the folder {@code usrlib} contains it
 * @param savepoint the savepoint or checkpoint that a first start continues from
 * @param allowNonRestoredState whether the savepoint may hold state of steps that are gone
 * @param job the job's own arguments
 */
record StandaloneArguments(
        String configuration,
        Properties dynamic,
        Optional<Path> jar,
        Optional<String> savepoint,
        boolean allowNonRestoredState,
        List<String> job) {

    private static final String LOCAL = "local://";

    StandaloneArguments {
        job = List.copyOf(job);
    }

    /**
     * Reads the arguments. The first one that is not Flink's, and all after it, are the job's.
     *
     * @throws IllegalArgumentException if an argument is wrong; the message names every fault
     */
    static StandaloneArguments parse(String[] arguments) {
        String configuration = null;
        Properties dynamic = new Properties();
        Path jar = null;
        String savepoint = null;
        boolean allowNonRestoredState = false;
        List<String> faults = new ArrayList<>();
        int i = 0;
        boolean ofFlink = true;
        while (ofFlink && i < arguments.length) {
            switch (arguments[i]) {
                case "-c", "--configDir" -> configuration = value(arguments, i++, faults);
                case "-D" -> add(value(arguments, i++, faults), dynamic, faults);
                case "--jars" -> jar = jar(value(arguments, i++, faults), faults);
                case "-s", "--fromSavepoint" -> savepoint = value(arguments, i++, faults);
                case "-n", "--allowNonRestoredState" -> allowNonRestoredState = true;
                default -> ofFlink = false;
            }
            i += ofFlink ? 1 : 0;
        }
        if (configuration == null) {
            faults.add("--configDir is missing, expected the folder of config.yaml");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
        }
        return new StandaloneArguments(
                configuration,
                dynamic,
                Optional.ofNullable(jar),
                Optional.ofNullable(savepoint),
                allowNonRestoredState,
                Arrays.asList(arguments).subList(Math.min(i, arguments.length), arguments.length));
    }

    private static String value(String[] arguments, int at, List<String> faults) {
        if (at + 1 < arguments.length) {
            return arguments[at + 1];
        }
        faults.add(arguments[at] + " has no value");
        return "";
    }

    private static void add(String pair, Properties dynamic, List<String> faults) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            faults.add("-D '" + pair + "', expected -D key=value");
        } else {
            dynamic.setProperty(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    private static Path jar(String text, List<String> faults) {
        try {
            Path jar = Path.of(text.startsWith(LOCAL) ? text.substring(LOCAL.length()) : text);
            if (Files.isRegularFile(jar)) {
                return jar;
            }
        } catch (InvalidPathException e) {
            // Reported as a file that does not exist.
        }
        faults.add("--jars is '" + text + "', expected one existing file as local:///...");
        return null;
    }
}
