package io.fueloptimine.jobs.cli.sql;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlCopy;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel sql copy}. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description =
                "Copies the rows of a PostgreSQL database that have changed since the last copy into"
                        + " another migrated database. Can be interrupted and repeated at any time."
                        + " Rows that retention deletes in the source stay in the target.")
final class CopyCommand implements Callable<Integer> {

    private static final long PROGRESS_NANOS = Duration.ofSeconds(5).toNanos();

    @Option(
            names = "--from",
            paramLabel = "URL",
            required = true,
            description = "JDBC URL of the source: jdbc:postgresql://HOST/NAME.")
    private String from;

    @Option(
            names = "--from-user",
            paramLabel = "NAME",
            required = true,
            description = "A member of fuel_analyst in the source.")
    private String fromUser;

    @Option(
            names = "--from-password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the password (default: no password).")
    private Path fromPasswordFile;

    @Option(
            names = "--to",
            paramLabel = "URL",
            required = true,
            description = "JDBC URL of the target: SQL Server, PostgreSQL or H2.")
    private String to;

    @Option(
            names = "--to-user",
            paramLabel = "NAME",
            required = true,
            description = "A member of fuel_writer in the target.")
    private String toUser;

    @Option(
            names = "--to-password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the password (default: no password).")
    private Path toPasswordFile;

    @Option(
            names = "--tables",
            paramLabel = "NAME",
            split = ",",
            description = "The tables, separated by commas (default: all).")
    private List<String> tables = SqlCopy.tables();

    @Option(
            names = "--batch",
            paramLabel = "ROWS",
            defaultValue = "1000",
            description = "Rows of a transaction (default: ${DEFAULT-VALUE}).")
    private int batchRows;

    @Option(names = "--dry-run", description = "Only count the rows that would be copied.")
    private boolean dryRun;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        Require.that(spec, batchRows >= 1, "--batch", batchRows, "1 or more");
        for (String table : tables) {
            Require.that(
                    spec,
                    SqlCopy.tables().contains(table),
                    "--tables",
                    table,
                    "one of " + SqlCopy.tables());
        }
        SqlConnection source = connection("--from", from, fromUser, fromPasswordFile);
        SqlConnection target = connection("--to", to, toUser, toPasswordFile);
        LogFolder.use(FuelHome.find().data("sql"));
        requireOpen("--from", source);
        requireOpen("--to", target);
        PrintWriter out = spec.commandLine().getOut();
        try (SqlCopy copy = SqlCopy.open(source, target, batchRows)) {
            for (String table : tables) {
                long rows = dryRun ? copy.pending(table) : copy.copy(table, progress(table));
                line(out, table, rows, dryRun ? "rows would be copied" : "rows copied");
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("--from: " + e.getMessage());
        }
        return 0;
    }

    /** Prints a line each five seconds, so that a long copy is seen to go on. */
    private LongConsumer progress(String table) {
        PrintWriter out = spec.commandLine().getOut();
        long[] printed = {System.nanoTime()};
        return rows -> {
            long now = System.nanoTime();
            if (now - printed[0] >= PROGRESS_NANOS) {
                printed[0] = now;
                line(out, table, rows, "rows so far");
            }
        };
    }

    private static void line(PrintWriter out, String table, long rows, String what) {
        out.printf(Locale.ROOT, "%-22s %,12d %s%n", table, rows, what);
        out.flush();
    }

    private static SqlConnection connection(
            String option, String url, String user, Path passwordFile) {
        try {
            return passwordFile == null
                    ? new SqlConnection(url, user, "")
                    : SqlConnection.withPasswordFile(url, user, passwordFile);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(option + ": " + e.getMessage());
        } catch (IOException e) {
            throw new InvalidInputException(option + "-password-file: cannot read " + passwordFile);
        }
    }

    private static void requireOpen(String option, SqlConnection connection) {
        try {
            connection.open().close();
        } catch (SQLException e) {
            throw new InvalidInputException(
                    option + ": cannot connect as " + connection + ": " + e.getMessage());
        }
    }
}
