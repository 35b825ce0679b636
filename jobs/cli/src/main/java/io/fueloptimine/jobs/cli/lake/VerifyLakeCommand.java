package io.fueloptimine.jobs.cli.lake;

import io.fueloptimine.connectors.parquet.files.LakeVerification;
import io.fueloptimine.jobs.cli.options.ExitCodes;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code fuel lake verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Compares all files of the lake and its snapshots with their checksums, and records the checksums of new files.",
            "Exit code 1 if a file is missing or has changed."
        })
final class VerifyLakeCommand implements Callable<Integer> {

    @Mixin private LakeOption lake;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        LakeVerification.Result result = new LakeVerification(lake.open()).run();
        result.faults().forEach(out::println);
        out.printf(
                Locale.ROOT,
                "%,d files read (%s), %,d recorded, %,d faults%n",
                result.files(),
                LakeOption.mib(result.bytes()),
                result.recorded(),
                result.faults().size());
        out.flush();
        return result.faults().isEmpty() ? 0 : ExitCodes.WRONG_RESULT;
    }
}
