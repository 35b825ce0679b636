package io.fueloptimine.jobs.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.report.SmallRegistry;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterDataTest {

    private static final MineSite MINE = MineSiteFile.read(FuelHome.find().mine());

    @TempDir Path root;

    @Test
    void writesEveryModelVersionAndWhenItCameToBe() throws SQLException, IOException {
        ModelRegistry registry = SmallRegistry.in(root);
        registry.promote("fuel-window", 1);
        registry.promote("fuel-window", Alias.CHALLENGER, 2);
        SqlConnection sql = new SqlConnection("jdbc:h2:mem:versions", "sa", "");
        try (Connection held = sql.open()) {
            SqlMigrations.migrate(sql);

            MasterData.write(sql, MINE, root);
            MasterData.write(sql, MINE, root);

            assertThat(rows(held))
                    .containsExactly(
                            "1 2026-01-05 08:00:00 2026-01-05 08:00:00 74880 0.092 0.995 mine a",
                            "2 2026-01-05 08:00:00 null 74880 0.08 0.995 mine a",
                            "3 2026-01-05 08:00:00 null 74880 0.1 0.995 mine a");
        }
    }

    @Test
    void writesTheShippedRegistryToo() throws SQLException {
        SqlConnection sql = new SqlConnection("jdbc:h2:mem:shipped", "sa", "");
        try (Connection held = sql.open()) {
            SqlMigrations.migrate(sql);

            MasterData.write(sql, MINE, FuelHome.find().registry());

            assertThat(rows(held)).isNotEmpty();
        }
    }

    private static List<String> rows(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "SELECT version, registered_at, promoted_at, training_rows,"
                                        + " mean_absolute_error_l, r2, description FROM model_version"
                                        + " ORDER BY version")) {
            while (result.next()) {
                StringBuilder row = new StringBuilder(result.getString(1));
                for (int column = 2; column <= 7; column++) {
                    row.append(' ').append(result.getString(column));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
