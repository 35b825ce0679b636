package io.fueloptimine.jobs.cli.sql;

import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.SqlOptions;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code fuel sql migrate}. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description =
                "Brings tables, views, descriptions and roles of a database to this version. Needs"
                        + " the rights of the database's owner.")
final class MigrateCommand implements Callable<Integer> {

    @Mixin private SqlOptions sql;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        LogFolder.use(FuelHome.find().data("sql"));
        sql.open().close();
        int migrations = SqlMigrations.migrate(sql.connection());
        spec.commandLine().getOut().println(migrations + " migrations ran");
        return 0;
    }
}
