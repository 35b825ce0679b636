package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Keeps {@code fuel_hour}: the windows of a machine's hour are added up again after one of them has
 * changed, so that revisions, replays and their order make no difference. A sink does this before
 * each checkpoint. After a crash it writes the windows since the checkpoint again, and thereby adds
 * up their hours again.
 *
 * <p>An hour is left as it is while it counts more windows than {@code fuel_window} has of it: only
 * retention deletes windows, and a late window must not replace the sum of those deleted.
 */
final class FuelHours implements SqlRollUp<ScoredWindow> {

    private static final long serialVersionUID = 1L;
    private static final Duration HOUR = Duration.ofHours(1);

    /** Width of the bins of burn rates, L/h. */
    private static final int BIN_LPH = 25;

    /** The last bin has no upper end: 625 L/h is the most that the largest engines burn. */
    private static final int BINS = 26;

    /** The burn rate of a window, L/h. */
    static final String LPH = "fuel_l * 3600 / NULLIF(covered_s, 0)";

    static final String COLUMNS =
            "site, machine_id, hour_start, operator_id, model_version, fuel_source,"
                    + " challenger_version, model_name, kind, equipment_class, windows, covered_s,"
                    + " fuel_l, distance_km, climb_m, engine_on_s, idle_s, idle_l, expected_l,"
                    + " physics_l, scored_windows, scored_fuel_l, absolute_error_l,"
                    + " interval_windows, windows_in_interval, first_window_at, last_window_at,"
                    + " compared_windows, champion_error_l, challenger_error_l, "
                    + bins(bin -> String.format(Locale.ROOT, "lph_%03d", bin * BIN_LPH));

    /** Over windows with their burn rate in the column {@code lph}. */
    static final String SUMS =
            "COALESCE(operator_id, ''), COALESCE(model_version, ''), COALESCE(fuel_source, ''),"
                    + " COALESCE(challenger_version, ''), MIN(model_name), MIN(kind),"
                    + " MIN(equipment_class), COUNT(*), SUM(covered_s), SUM(fuel_l),"
                    + " SUM(distance_km), SUM(climb_m), SUM(engine_on_share * covered_s),"
                    + " SUM(idle_share * covered_s), SUM(idle_share * fuel_l), SUM(expected_l),"
                    + " SUM(physics_l), COUNT(residual_l),"
                    + " SUM(CASE WHEN residual_l IS NOT NULL THEN fuel_l END),"
                    + " SUM(ABS(residual_l)), COUNT(low_l),"
                    + " SUM(CASE WHEN fuel_l BETWEEN low_l AND high_l THEN 1 ELSE 0 END),"
                    + " MIN(window_start), MAX(window_start), COUNT(residual_l - challenger_l),"
                    + " SUM(CASE WHEN challenger_l IS NOT NULL THEN ABS(residual_l) END),"
                    + " SUM(CASE WHEN residual_l IS NOT NULL THEN ABS(fuel_l - challenger_l) END), "
                    + bins(FuelHours::windowsIn);

    static final String GROUPS =
            "site, machine_id, COALESCE(operator_id, ''), COALESCE(model_version, ''),"
                    + " COALESCE(fuel_source, ''), COALESCE(challenger_version, '')";

    static final String DELETE =
            "DELETE FROM fuel_hour WHERE site = ? AND machine_id = ? AND hour_start = ?"
                    + " AND (SELECT COUNT(*) FROM fuel_window AS w WHERE w.site = fuel_hour.site"
                    + " AND w.machine_id = fuel_hour.machine_id"
                    + " AND w.window_start >= fuel_hour.hour_start"
                    + " AND w.window_start < DATEADD(HOUR, 1, fuel_hour.hour_start))"
                    + " >= (SELECT SUM(h.windows) FROM fuel_hour AS h WHERE h.site = fuel_hour.site"
                    + " AND h.machine_id = fuel_hour.machine_id"
                    + " AND h.hour_start = fuel_hour.hour_start);";

    /** Inserts nothing if {@link #DELETE} has left the hour. */
    static final String INSERT =
            "INSERT INTO fuel_hour ("
                    + COLUMNS
                    + ") SELECT site, machine_id,"
                    + " CAST(? AS DATETIME2(3)), "
                    + SUMS
                    + " FROM (SELECT *, "
                    + LPH
                    + " AS lph FROM fuel_window"
                    + " WHERE site = ? AND machine_id = ? AND window_start >= ? AND window_start < ?"
                    + " AND NOT EXISTS (SELECT 1 FROM fuel_hour"
                    + " WHERE site = ? AND machine_id = ? AND hour_start = ?)) AS w GROUP BY "
                    + GROUPS
                    + ";";

    private static final SqlType NAME = SqlType.text(100);

    @Override
    public Changes<ScoredWindow> changes(SqlDialect dialect) {
        return new ChangedHours(dialect);
    }

    /**
     * Adds up all hours of a machine that begin before the end of a span again; the caller commits.
     */
    static void sumUp(
            Connection connection, String site, String machineId, Instant from, Instant until)
            throws SQLException {
        ChangedHours changed = new ChangedHours(SqlDialect.of(connection.getMetaData().getURL()));
        for (Instant hour = from.truncatedTo(ChronoUnit.HOURS);
                hour.isBefore(until);
                hour = hour.plus(HOUR)) {
            changed.hours.add(new Hour(site, machineId, hour));
        }
        changed.update(connection);
    }

    private static String windowsIn(int bin) {
        String until = bin == BINS - 1 ? "" : " AND lph < " + (bin + 1) * BIN_LPH;
        return "SUM(CASE WHEN lph >= " + bin * BIN_LPH + until + " THEN 1 ELSE 0 END)";
    }

    private static String bins(IntFunction<String> text) {
        return IntStream.range(0, BINS).mapToObj(text).collect(Collectors.joining(", "));
    }

    private static final class ChangedHours implements Changes<ScoredWindow> {

        private final SqlDialect dialect;
        private final TreeSet<Hour> hours = new TreeSet<>(Hour.ORDER);

        ChangedHours(SqlDialect dialect) {
            this.dialect = dialect;
        }

        @Override
        public void add(ScoredWindow row) {
            hours.add(Hour.of(row.window()));
        }

        @Override
        public void update(Connection connection) throws SQLException {
            try (PreparedStatement delete =
                            connection.prepareStatement(dialect.translated(DELETE));
                    PreparedStatement insert =
                            connection.prepareStatement(dialect.translated(INSERT))) {
                for (Hour hour : hours) {
                    hour.bindKey(dialect, delete, 1);
                    SqlType.TIME.bind(dialect, delete, 3, hour.start(), true);
                    delete.addBatch();
                    SqlType.TIME.bind(dialect, insert, 1, hour.start(), true);
                    hour.bindKey(dialect, insert, 2);
                    SqlType.TIME.bind(dialect, insert, 4, hour.start(), true);
                    SqlType.TIME.bind(dialect, insert, 5, hour.start().plus(HOUR), true);
                    hour.bindKey(dialect, insert, 6);
                    SqlType.TIME.bind(dialect, insert, 8, hour.start(), true);
                    insert.addBatch();
                }
                delete.executeBatch();
                insert.executeBatch();
            }
        }

        @Override
        public void clear() {
            hours.clear();
        }
    }

    private record Hour(String site, String machineId, Instant start) {

        static final Comparator<Hour> ORDER =
                Comparator.comparing(Hour::site)
                        .thenComparing(Hour::machineId)
                        .thenComparing(Hour::start);

        static Hour of(FuelWindow window) {
            return new Hour(
                    window.site(),
                    window.machineId(),
                    window.start().truncatedTo(ChronoUnit.HOURS));
        }

        void bindKey(SqlDialect dialect, PreparedStatement statement, int index)
                throws SQLException {
            NAME.bind(dialect, statement, index, site, true);
            NAME.bind(dialect, statement, index + 1, machineId, true);
        }
    }
}
