package io.fueloptimine.jobs.cli.sql;

import io.fueloptimine.connectors.jdbc.SqlRetention;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.SqlOptions;
import io.fueloptimine.jobs.cli.options.UtcTime;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel sql retain}. */
@Command(
        name = "retain",
        mixinStandardHelpOptions = true,
        description =
                "Deletes rows that are older than their table keeps. Cycles, refuellings, hourly"
                        + " sums, alarms, drifts and savings are kept for ever. Needs the rights of"
                        + " the tables' owner.")
final class RetainCommand implements Callable<Integer> {

    @Option(
            names = "--keep",
            paramLabel = "TABLE=DAYS",
            description =
                    "How many days a table keeps; repeatable (default: rejected_reading 90, other"
                            + " tables 400).")
    private Map<String, Integer> keep = new LinkedHashMap<>();

    @Option(
            names = "--now",
            paramLabel = "TIME",
            converter = UtcTime.class,
            description =
                    "The time from which the days count back, to the full hour, UTC (default: the"
                            + " clock's).")
    private Instant now = Instant.now();

    @Option(names = "--dry-run", description = "Only count the rows that would be deleted.")
    private boolean dryRun;

    @Mixin private SqlOptions sql;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        Map<String, Integer> days = days();
        LogFolder.use(FuelHome.find().data("sql"));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%-22s %9s  %-20s  %s%n",
                "table",
                "days",
                "rows before",
                dryRun ? "would be deleted" : "deleted");
        try (Connection connection = sql.open()) {
            for (Map.Entry<String, Integer> rule : days.entrySet()) {
                String table = rule.getKey();
                Instant before =
                        now.minus(Duration.ofDays(rule.getValue())).truncatedTo(ChronoUnit.HOURS);
                long rows =
                        dryRun
                                ? SqlRetention.count(connection, table, before)
                                : SqlRetention.delete(connection, table, before);
                out.printf(
                        Locale.ROOT,
                        "%-22s %9d  %-20s  %,d%n",
                        table,
                        rule.getValue(),
                        before,
                        rows);
                out.flush();
            }
        }
        return 0;
    }

    private Map<String, Integer> days() {
        Map<String, Integer> days = SqlRetention.defaultDays();
        keep.forEach(
                (table, kept) -> {
                    Require.that(
                            spec,
                            days.containsKey(table),
                            "--keep",
                            table,
                            "one of " + days.keySet());
                    Require.that(
                            spec,
                            kept != null && kept >= 1,
                            "--keep " + table,
                            kept,
                            "1 day or more");
                    days.put(table, kept);
                });
        return days;
    }
}
