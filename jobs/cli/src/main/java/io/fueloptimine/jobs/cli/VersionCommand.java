package io.fueloptimine.jobs.cli;

import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.models.mine.Topics;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.flink.runtime.util.EnvironmentInformation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code fuel version}. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description =
                "Prints the versions of the product, Java, Flink, the SQL tables (the newest"
                        + " migration) and the messages of machines.")
final class VersionCommand implements Callable<Integer> {

    /** The name and version of the product, the same as in the root pom.xml. */
    static final String PRODUCT = "FuelOptiMine 0.1.0-SNAPSHOT";

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(PRODUCT);
        out.println("Java " + Runtime.version());
        out.println("Flink " + EnvironmentInformation.getVersion());
        out.println("SQL tables V" + SqlMigrations.newestVersion());
        out.println("Messages " + Topics.MESSAGE_VERSION);
        out.flush();
        return 0;
    }
}
