package io.fueloptimine.jobs.cli.drift;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.parquet.LakeWindows;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.drift.distribution.DataDriftSettings;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.scoring.HistoryComparison;
import io.fueloptimine.models.fuel.scoring.ScoringModels.Numbered;
import io.fueloptimine.models.fuel.scoring.TrainingReferences;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that name the source of a report of data drift. */
final class DriftSourceOptions {

    @Option(
            names = "--sql",
            paramLabel = "URL",
            description = "JDBC URL of H2, SQL Server or PostgreSQL with the table data_drift.")
    private String url;

    @Option(
            names = "--sql-user",
            paramLabel = "NAME",
            defaultValue = "analyst",
            description = "With --sql: the user (default: ${DEFAULT-VALUE}).")
    private String user;

    @Option(
            names = "--sql-password-file",
            paramLabel = "FILE",
            description = "With --sql: a file whose first line is the password.")
    private Path passwordFile;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "The Parquet lake that job archive writes.")
    private Path lake;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data folder of a run, whose lake and registry are read (default, without"
                            + " --sql and --lake: data/local).")
    private Path data;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "7",
            description = "Days up to the newest window or row (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            description =
                    "The model registry (default: that of the data folder; if it does not exist,"
                            + " the shipped models/registry).")
    private Path registry;

    /** Adds the faults of the options. */
    void check(CommandSpec spec, StartFaults faults) {
        long given = Stream.of(url, lake, data).filter(option -> option != null).count();
        faults.check(
                () ->
                        Require.that(
                                spec,
                                given <= 1,
                                "--sql",
                                given + " sources",
                                "one of --sql, --lake and --data"));
        faults.check(() -> Require.that(spec, days >= 1, "--days", days, "1 or more"));
        if (lake != null) {
            faults.requireFolder("--lake", lake);
        }
        if (data != null) {
            faults.requireFolder("--data", data);
        }
        if (registry != null) {
            faults.requireFolder("--registry", registry);
        }
    }

    /** The folder of the registry. */
    Path registry(FuelHome home) {
        Path own = dataFolder(home).resolve("registry");
        if (registry != null) {
            return registry;
        }
        return Files.isDirectory(own) ? own : home.registry();
    }

    private Path dataFolder(FuelHome home) {
        return data == null ? home.data("local") : data;
    }

    /**
     * The rows of the site's comparisons, by class, time and feature.
     *
     * @throws InvalidInputException if the source cannot be read or has no rows
     */
    List<DataDrift> rows(
            FuelHome home, MineSite site, ModelRegistry models, DataDriftSettings settings) {
        List<DataDrift> rows =
                url == null ? ofLake(home, site, models, settings) : ofTable(site.site());
        if (rows.isEmpty()) {
            throw new InvalidInputException(
                    "there is no comparison of site "
                            + site.site()
                            + ", expected windows of haul trucks up to a full hour in which a"
                            + " comparison is due (settings dataDrift)");
        }
        return rows;
    }

    private List<DataDrift> ofTable(String site) {
        try (DataDriftRows table = new DataDriftRows(connection())) {
            return table.newest(site, Duration.ofDays(days));
        } catch (SQLException e) {
            throw new InvalidInputException(
                    "--sql: cannot read the table data_drift as "
                            + user
                            + " (SQLSTATE "
                            + e.getSQLState()
                            + "), expected a database with the tables of this release",
                    e);
        }
    }

    private SqlConnection connection() {
        try {
            return passwordFile == null
                    ? new SqlConnection(url, user, "")
                    : SqlConnection.withPasswordFile(url, user, passwordFile);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("--sql: " + e.getMessage());
        } catch (IOException e) {
            throw new InvalidInputException("--sql-password-file: cannot read " + passwordFile, e);
        }
    }

    private List<DataDrift> ofLake(
            FuelHome home, MineSite site, ModelRegistry models, DataDriftSettings settings) {
        Path folder = lake == null ? dataFolder(home).resolve("lake") : lake;
        int version =
                models.championVersion(ModelRegistry.FUEL_WINDOW)
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "--registry: there is no champion of "
                                                        + ModelRegistry.FUEL_WINDOW
                                                        + ", expected one"));
        Numbered champion =
                new Numbered(
                        version,
                        models.load(ModelRegistry.FUEL_WINDOW, version),
                        TrainingReferences.of(models.metadata(ModelRegistry.FUEL_WINDOW, version)));
        return new HistoryComparison(champion, settings).of(windows(folder, site.site()));
    }

    private List<FuelWindow> windows(Path folder, String site) {
        try {
            return new LakeWindows(folder, site, EquipmentKind.HAULTRUCK, Duration.ofDays(days))
                    .newest();
        } catch (IOException e) {
            throw new InvalidInputException("the lake " + folder + ": " + e.getMessage(), e);
        }
    }
}
