package io.fueloptimine.jobs.cli.cluster;

import io.fueloptimine.connectors.jdbc.AppliedMigrations;
import io.fueloptimine.connectors.jdbc.ModelVersion;
import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.jobs.local.run.MasterData;
import io.fueloptimine.jobs.training.report.ModelVersions;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares the SQL tables of a database, and its rows of machines and models, with those that the
 * jobs need, and creates or corrects them. Immutable.
 *
 * @param sql the database
 * @param mines the mines whose machines {@code equipment} holds
 * @param registry the registry whose versions {@code model_version} holds
 * @param changes what {@link #apply} will change, one line each; empty if nothing differs
 */
public record TableSetup(SqlConnection sql, MineSites mines, Path registry, List<String> changes) {

    /** Error codes of a table that does not exist: SQL Server's and H2's. */
    private static final Set<Integer> NO_TABLE = Set.of(208, 42102, 42103, 42104);

    public TableSetup {
        changes = List.copyOf(changes);
    }

    /**
     * Compares the tables, and changes nothing.
     *
     * @param open a connection, which the caller closes
     * @param password the password of the connection
     * @throws InvalidInputException if the database cannot say which migrations or rows it has
     */
    static TableSetup compare(
            Connection open, SqlConnection sql, String password, MineSites mines, Path registry) {
        List<String> changes = new ArrayList<>(migrations(sql, password));
        changes.addAll(missingRows(open, mines, registry));
        return new TableSetup(sql, mines, registry, changes);
    }

    /**
     * The machines and model versions that the tables lack, one line each; all of them if the
     * tables do not exist. Changes nothing.
     *
     * @param open a connection, which the caller closes
     * @throws InvalidInputException if the database refuses a query
     */
    public static List<String> missingRows(Connection open, MineSites mines, Path registry) {
        List<String> missing = new ArrayList<>();
        mines.bySite().values().forEach(mine -> addMachines(open, mine, missing));
        Set<String> known = rows(open, "SELECT name, version FROM model_version");
        for (ModelVersion version : ModelVersions.in(new ModelRegistry(registry))) {
            String key = version.name() + " " + version.version();
            if (!known.contains(key)) {
                missing.add("add model version " + key);
            }
        }
        return missing;
    }

    /**
     * Makes the changes. Also rows that exist are written, because they have more columns than are
     * compared.
     */
    void apply() throws SQLException {
        SqlMigrations.migrate(sql);
        for (MineSite mine : mines.bySite().values()) {
            MasterData.write(sql, mine, registry);
        }
    }

    private static List<String> migrations(SqlConnection sql, String password) {
        try {
            return AppliedMigrations.read(sql, password).pending().stream()
                    .map(script -> "run migration " + script)
                    .toList();
        } catch (IllegalStateException e) {
            throw new InvalidInputException(e.getMessage());
        }
    }

    private static void addMachines(Connection connection, MineSite mine, List<String> changes) {
        String site = mine.site().replace("'", "''");
        Set<String> known =
                rows(
                        connection,
                        "SELECT equipment_id, equipment_class FROM equipment WHERE site = '"
                                + site
                                + "'");
        Map<String, String> machines = new TreeMap<>();
        mine.trucks().forEach(truck -> machines.put(truck.id(), truck.className()));
        mine.loadingUnits().forEach(unit -> machines.put(unit.id(), unit.kind().name()));
        mine.auxMachines().forEach(machine -> machines.put(machine.id(), machine.className()));
        machines.entrySet()
                .removeIf(entry -> known.contains(entry.getKey() + " " + entry.getValue()));
        if (!machines.isEmpty()) {
            changes.add(
                    "write "
                            + machines.size()
                            + " machines of site "
                            + mine.site()
                            + ": "
                            + String.join(", ", machines.keySet()));
        }
    }

    /** The first two columns of each row; empty if the table does not exist yet. */
    private static Set<String> rows(Connection connection, String query) {
        Set<String> rows = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1) + " " + found.getString(2));
            }
        } catch (SQLException e) {
            if (NO_TABLE.contains(e.getErrorCode())) {
                return Set.of();
            }
            throw new InvalidInputException(
                    "cannot compare the SQL tables (" + query + "): " + e.getMessage());
        }
        return rows;
    }
}
