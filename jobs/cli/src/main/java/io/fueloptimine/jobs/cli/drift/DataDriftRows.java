package io.fueloptimine.jobs.cli.drift;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DataDriftStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads the table {@code data_drift} in a SQL database. Not thread-safe. */
final class DataDriftRows implements AutoCloseable {

    private static final String COLUMNS =
            "site, equipment_class, feature, at, since, model_name, model_version, samples, psi,"
                    + " psi_by_chance, kullback_leibler, jensen_shannon, wasserstein,"
                    + " kolmogorov_smirnov, out_of_range_share, missing_share, status, exceeded,"
                    + " counts, drifted_share";

    private final Connection connection;

    DataDriftRows(SqlConnection sql) throws SQLException {
        connection = sql.open();
    }

    /** The rows of a site in a time up to its newest row, by class, time and feature. */
    List<DataDrift> newest(String site, Duration span) throws SQLException {
        try (PreparedStatement newest =
                connection.prepareStatement("SELECT MAX(at) FROM data_drift WHERE site = ?")) {
            newest.setString(1, site);
            try (ResultSet row = newest.executeQuery()) {
                row.next();
                LocalDateTime at = row.getObject(1, LocalDateTime.class);
                return at == null ? List.of() : since(site, at.minus(span));
            }
        }
    }

    private List<DataDrift> since(String site, LocalDateTime from) throws SQLException {
        try (PreparedStatement rows =
                connection.prepareStatement(
                        "SELECT "
                                + COLUMNS
                                + " FROM data_drift WHERE site = ? AND at > ?"
                                + " ORDER BY equipment_class, at, feature")) {
            rows.setString(1, site);
            rows.setObject(2, from);
            List<DataDrift> found = new ArrayList<>();
            try (ResultSet row = rows.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        }
    }

    private static DataDrift read(ResultSet row) throws SQLException {
        return new DataDrift(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                instant(row, 5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                number(row, 9),
                number(row, 10),
                number(row, 11),
                number(row, 12),
                number(row, 13),
                number(row, 14),
                number(row, 15),
                number(row, 16),
                DataDriftStatus.valueOf(row.getString(17)),
                row.getString(18),
                row.getString(19),
                number(row, 20));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static Double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
