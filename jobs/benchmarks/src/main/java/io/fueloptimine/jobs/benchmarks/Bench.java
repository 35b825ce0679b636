package io.fueloptimine.jobs.benchmarks;

import io.fueloptimine.jobs.cli.Fuel;
import io.fueloptimine.jobs.cli.options.LogFolder;
import java.util.Locale;

/**
 * The main class of {@code deploy/fuel bench}; the exit codes are the same as those of {@link
 * Fuel}.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        // Libraries format and compare texts in the default locale.
        Locale.setDefault(Locale.ROOT);
        LogFolder.configure();
        System.exit(Fuel.commandLine(new BenchCommand()).execute(arguments));
    }
}
