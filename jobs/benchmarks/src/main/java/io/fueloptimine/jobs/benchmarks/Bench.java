package io.fueloptimine.jobs.benchmarks;

import io.fueloptimine.jobs.cli.Fuel;
import io.fueloptimine.jobs.cli.options.LogFolder;

/** The main class of {@code deploy/fuel bench}; exit codes are those of {@link Fuel}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        LogFolder.configure();
        System.exit(Fuel.commandLine(new BenchCommand()).execute(arguments));
    }
}
