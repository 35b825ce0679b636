package io.fueloptimine.jobs.cli.sql;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fuel sql}, which only contains the sub-commands. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "The SQL tables: asks them, copies and deletes rows, migrates.",
        subcommands = {
            QueryCommand.class,
            CopyCommand.class,
            RetainCommand.class,
            MigrateCommand.class
        })
public final class SqlCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a sub-command is missing: expected query, copy, retain or migrate");
    }
}
