package io.fueloptimine.jobs.local.run;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.jobs.training.report.ModelVersions;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.site.MineSite;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;

/** Writes the mine's machines and roads and the model versions into their SQL tables. */
public final class MasterData {

    private MasterData() {}

    public static void write(SqlConnection sql, MineSite mine, Path registry) throws SQLException {
        Instant now = Instant.now();
        SqlTables.writeEquipment(sql, mine, now);
        SqlTables.writeRoads(sql, mine, now);
        SqlTables.writeModelVersions(sql, ModelVersions.in(new ModelRegistry(registry)));
    }
}
