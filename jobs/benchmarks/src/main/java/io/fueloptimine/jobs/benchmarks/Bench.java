package io.fueloptimine.jobs.benchmarks;

import io.fueloptimine.jobs.local.cli.Fuel;

/** Where {@code deploy/fuel bench} arrives; exit codes are those of {@link Fuel}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(Fuel.commandLine(new BenchCommand()).execute(arguments));
    }
}
