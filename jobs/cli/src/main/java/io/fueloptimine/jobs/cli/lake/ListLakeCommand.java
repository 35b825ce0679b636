package io.fueloptimine.jobs.cli.lake;

import io.fueloptimine.connectors.parquet.files.LakeListing;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code fuel lake list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists files, rows and size of each day of each table.")
final class ListLakeCommand implements Callable<Integer> {

    @Mixin private LakeOption lake;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%-9s %-32s %7s %14s %14s %10s%n",
                "table",
                "day",
                "files",
                "rows",
                "size",
                "unfinished");
        int files = 0;
        long rows = 0;
        long bytes = 0;
        for (LakeListing.Day day : LakeListing.of(lake.open())) {
            row(
                    out,
                    day.table(),
                    day.partition(),
                    day.files(),
                    day.rows(),
                    day.bytes(),
                    day.unfinished());
            files += day.files();
            rows += day.rows();
            bytes += day.bytes();
        }
        out.printf(Locale.ROOT, "%,d files, %,d rows, %s%n", files, rows, LakeOption.mib(bytes));
        out.flush();
        return 0;
    }

    private static void row(
            PrintWriter out,
            String table,
            String day,
            int files,
            long rows,
            long bytes,
            int unfinished) {
        out.printf(
                Locale.ROOT,
                "%-9s %-32s %,7d %,14d %14s %10d%n",
                table,
                day,
                files,
                rows,
                LakeOption.mib(bytes),
                unfinished);
    }
}
