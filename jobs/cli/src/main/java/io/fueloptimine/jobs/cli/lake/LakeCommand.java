package io.fueloptimine.jobs.cli.lake;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fuel lake}. */
@Command(
        name = "lake",
        mixinStandardHelpOptions = true,
        description =
                "The files of the Parquet lake: lists, compacts and verifies them, removes old days,"
                        + " and takes and releases snapshots.",
        subcommands = {
            ListLakeCommand.class,
            CompactLakeCommand.class,
            VerifyLakeCommand.class,
            RetainLakeCommand.class,
            SnapshotLakeCommand.class,
            ListSnapshotsCommand.class,
            ReleaseSnapshotCommand.class
        })
public final class LakeCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a sub-command is missing: expected list, compact, verify, retain, snapshot,"
                        + " snapshots or release");
    }
}
