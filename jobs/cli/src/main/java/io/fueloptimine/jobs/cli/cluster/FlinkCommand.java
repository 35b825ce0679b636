package io.fueloptimine.jobs.cli.cluster;

import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code fuel flink}. */
@Command(
        name = "flink",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a folder with Flink 2.2, its scripts and configuration, and the jars of the"
                    + " streaming jobs. It needs Java 17 and no network, and can be copied to"
                    + " other machines.",
            "deploy/README.md describes how to start a cluster and the jobs from it."
        })
public final class FlinkCommand implements Callable<Integer> {

    private static final double MEBIBYTE = 1 << 20;

    @Parameters(index = "0", paramLabel = "DIR", description = "The new folder.")
    private Path folder;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        FlinkFolder flink = new FlinkFolder(FuelHome.find(), folder.toAbsolutePath());
        new StartFaults().add(flink.faults()).requireNone();
        flink.write();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Flink 2.2 in " + folder);
        for (String job : FlinkFolder.JOBS) {
            out.printf(
                    Locale.ROOT,
                    "  jobs/%-13s %5.1f MiB%n",
                    job + ".jar",
                    Files.size(flink.jobJar(job)) / MEBIBYTE);
        }
        out.flush();
        return 0;
    }
}
