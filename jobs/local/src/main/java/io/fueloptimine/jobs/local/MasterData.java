package io.fueloptimine.jobs.local;

import io.fueloptimine.connectors.jdbc.ModelVersion;
import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.training.FuelModelTrainer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes what does not stream into its tables: the mine's machines and the model versions. */
final class MasterData {

    private MasterData() {}

    static void write(SqlConnection sql, MineSite mine, Path registry) throws SQLException {
        SqlTables.writeEquipment(sql, mine, Instant.now());
        SqlTables.writeModelVersions(sql, versions(new ModelRegistry(registry)));
    }

    private static List<ModelVersion> versions(ModelRegistry registry) {
        String name = FuelModelTrainer.MODEL_NAME;
        List<ModelVersion> rows = new ArrayList<>();
        for (int version = 1; version <= registry.latestVersion(name); version++) {
            ModelMetadata metadata = registry.metadata(name, version);
            ModelMetrics metrics = metadata.metrics().get("model");
            rows.add(
                    new ModelVersion(
                            name,
                            version,
                            null,
                            null,
                            (long) metadata.data().windows(),
                            metrics.maeL(),
                            metrics.r2(),
                            metadata.data().source()));
        }
        return rows;
    }
}
