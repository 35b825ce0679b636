package io.fueloptimine.jobs.local.run;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the residuals of each version of the fuel model from the SQL table {@code fuel_window}. Not
 * thread-safe.
 */
final class ModelResiduals implements AutoCloseable {

    private static final String RESIDUALS =
            "SELECT model_version, wet, MIN(window_start), COUNT(*), AVG(residual_l),"
                    + " AVG(ABS(residual_l)), SUM(residual_l) / NULLIF(SUM(expected_l), 0)"
                    + " FROM (SELECT model_version, window_start, residual_l, expected_l,"
                    + " CASE WHEN window_start >= ? AND window_start < ? THEN 1 ELSE 0 END AS wet"
                    + " FROM fuel_window WHERE kind = 'HAULTRUCK' AND model_name = 'fuel-window'"
                    + " AND window_start >= ?) scored"
                    + " GROUP BY model_version, wet ORDER BY MIN(window_start)";

    private final Connection connection;

    ModelResiduals(SqlConnection sql) throws SQLException {
        this.connection = sql.open();
    }

    /**
     * The residuals of haul trucks, separately for each model version and for wet and dry roads.
     * The list is sorted by the first window of each group.
     *
     * @param since start of the first window to include (UTC)
     * @param wetFrom when the roads became wet (UTC)
     * @param wetUntil when the roads became dry again (UTC)
     */
    public List<ResidualStatistics> residuals(Instant since, Instant wetFrom, Instant wetUntil)
            throws SQLException {
        List<ResidualStatistics> statistics = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(RESIDUALS)) {
            query.setObject(1, LocalDateTime.ofInstant(wetFrom, ZoneOffset.UTC));
            query.setObject(2, LocalDateTime.ofInstant(wetUntil, ZoneOffset.UTC));
            query.setObject(3, LocalDateTime.ofInstant(since, ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    statistics.add(
                            new ResidualStatistics(
                                    rows.getString(1),
                                    rows.getInt(2) == 1,
                                    rows.getObject(3, LocalDateTime.class)
                                            .toInstant(ZoneOffset.UTC),
                                    rows.getLong(4),
                                    rows.getDouble(5),
                                    rows.getDouble(6),
                                    rows.getDouble(7)));
                }
            }
        }
        return statistics;
    }

    /**
     * Start of the first window that a version scored (UTC), without revised windows; empty if the
     * version has scored no window.
     */
    public Optional<Instant> firstWindow(String modelVersion, Instant since) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT MIN(window_start) FROM fuel_window WHERE model_version = ? AND"
                                + " model_name = 'fuel-window' AND revision = 0 AND window_start"
                                + " >= ?")) {
            query.setString(1, modelVersion);
            query.setObject(2, LocalDateTime.ofInstant(since, ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return Optional.ofNullable(rows.getObject(1, LocalDateTime.class))
                        .map(local -> local.toInstant(ZoneOffset.UTC));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
