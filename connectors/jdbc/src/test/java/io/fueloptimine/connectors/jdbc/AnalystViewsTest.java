package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnalystViewsTest {

    private static final Instant START = MineRecords.AT.truncatedTo(ChronoUnit.SECONDS);

    private MineDatabase database;

    @BeforeEach
    void fill() throws SQLException {
        database = new MineDatabase();
        SqlTables.write(
                database.connection(),
                MineTables.haulCycle(),
                List.of(
                        MineRecords.cycle("c1", "T1", START, 300),
                        MineRecords.cycle("c2", "T1", START.plus(Duration.ofHours(1)), 330),
                        MineRecords.cycle("c3", "T2", START.plus(Duration.ofHours(9)), 240)));
        SqlTables.writeEquipment(database.connection(), mine("mine"), START);
        SqlTables.writeRoads(database.connection(), mine("andes"), START);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void efficiencyIsByTruckClassOperatorAndRoute() throws SQLException {
        execute(
                "UPDATE haul_cycle SET operator_id = 'op-7', fuel_l = CASE WHEN truck_id = 'T1' THEN 190 END");

        assertThat(
                        rows(
                                "SELECT dimension, cycles, CAST(tonnes AS INT), CAST(litres AS INT), ROUND(litres_per_tonne,"
                                        + " 4), ROUND(tonnes_per_litre, 4) FROM v_efficiency"
                                        + " ORDER BY dimension"))
                .hasSize(4)
                .allMatch(row -> row.endsWith("|2|630|380|0.6032|1.6579"));
        assertThat(
                        rows(
                                "SELECT shift_start, cycles, CAST(tonnes AS INT), ROUND(litres_per_tonne, 4) FROM"
                                        + " v_efficiency_shift ORDER BY 1"))
                .containsExactly(
                        "2026-01-05 00:00:00|2|630|0.6032", "2026-01-05 12:00:00|1|240|null");
    }

    @Test
    void loadsAreJudgedByTheRule() throws SQLException {
        execute("UPDATE haul_cycle SET payload_t = 310 WHERE cycle_id = 'c2'");

        assertThat(
                        rows(
                                "SELECT loads, ROUND(mean_share, 3), ROUND(under90_share, 3),"
                                        + " ROUND(over110_share, 3), over120_share, compliant FROM"
                                        + " v_payload_compliance"))
                .containsExactly("3|0.977|0.333|0|0|1");
        execute("UPDATE haul_cycle SET payload_t = 350 WHERE cycle_id = 'c3'");
        assertThat(rows("SELECT compliant FROM v_payload_compliance")).containsExactly("0");
    }

    /** H2 divides to as many digits as a column may have: 100,000 take it seconds. */
    @Test
    void sharesHaveFewDigits() throws SQLException {
        assertThat(
                        rows(
                                "SELECT LOWER(table_name), LOWER(column_name) FROM"
                                        + " information_schema.columns WHERE table_name LIKE 'V@_%'"
                                        + " ESCAPE '@' AND data_type = 'DECFLOAT' AND"
                                        + " numeric_precision > 1000"))
                .isEmpty();
    }

    @Test
    void thePartsOfATimeAccountAddUpToTheCalendar() throws SQLException {
        for (int minute = 0; minute < 30; minute++) {
            database.write(MineTables.fuelWindow(), at(minute, 6.5));
        }

        List<String> sums =
                rows(
                        "SELECT ROUND(operating_h + COALESCE(standby_h, 0) + off_h - calendar_h, 9),"
                                + " ROUND(working_h + delayed_h - operating_h, 9), standby_h FROM"
                                + " v_time_account ORDER BY truck_id");

        assertThat(sums).containsExactly("0|0|0", "0|0|null");
    }

    @Test
    void consumptionIsByHourOfDayAndItsDensityIsOne() throws SQLException {
        for (int minute = 0; minute < 90; minute++) {
            database.write(MineTables.fuelWindow(), at(minute, minute < 40 ? 0.9 : 6.5));
        }

        assertThat(
                        rows(
                                "SELECT hour_of_day, ROUND(litres, 1) FROM v_consumption_by_hour"
                                        + " ORDER BY 1"))
                .containsExactly("8|166", "9|195");
        List<String> density =
                rows(
                        "SELECT lph, windows, density FROM v_burn_density WHERE windows > 0"
                                + " ORDER BY lph");
        assertThat(density).hasSize(2).first().asString().startsWith("62.5|40|0.0070");
        assertThat(density.get(1)).startsWith("387.5|50|0.0088");
        double whole =
                Double.parseDouble(rows("SELECT 25 * SUM(density) FROM v_burn_density").get(0));
        assertThat(whole).isEqualTo(1, within(0.02));
    }

    @Test
    void aRoadHasItsBurnAndItsLine() throws SQLException {
        database.write(MineTables.roadExcess(), MineRecords.roadExcess());

        assertThat(
                        rows(
                                "SELECT segment_id, ROUND(burned_l_per_day - excess_l_per_day *"
                                        + " (1 + 1 / excess_ratio), 6), grade_pct, geometry_wkt"
                                        + " FROM v_road_burn"))
                .containsExactly("RAMP-1|0|8|LINESTRING Z (0.0 0.0 3000.0, 0.0 500.0 3040.0)");
    }

    @Test
    void theModelsErrorIsByDay() throws SQLException {
        database.write(MineTables.fuelWindow(), at(0, 6.5));
        database.write(MineTables.fuelWindow(), at(1, 5.5));

        assertThat(
                        rows(
                                "SELECT mine_day, windows, mean_absolute_error_l, bias_l,"
                                        + " ROUND(error_share, 4) FROM v_model_accuracy_day"))
                .containsExactly("2026-01-05|2|0.5|0|0.0833");
    }

    @Test
    void alarmsAndQualityAreSummedUp() throws SQLException {
        database.write(AlarmTables.alert(), MineRecords.alert(START.plusSeconds(600)));
        database.write(
                MineTables.qualityHour(),
                new QualityHour("mine", "T1", START, 90, 10, 0, 4, 9, "decode", 10));

        assertThat(rows("SELECT type, alarms, machines, still_open FROM v_alarm_cause"))
                .containsExactly("LONG_IDLE|1|1|0");
        assertThat(rows("SELECT * FROM v_alarm_now")).isEmpty();
        assertThat(
                        rows(
                                "SELECT received, valid_share, rejected_share, late_share,"
                                        + " bad_machines FROM v_quality_day"))
                .containsExactly("100|0.9|0.1|0.1|1");
    }

    /** A minute of T1 that burns the given litres in 60 s; the model expects 6. */
    private static ScoredWindow at(int minute, double fuelL) {
        return MineRecords.window("T1", START.plusSeconds(60L * minute), 0, 60, fuelL);
    }

    /** Rows without the zeros after the point, which depend on the type of an expression. */
    private List<String> rows(String sql) throws SQLException {
        return database.rows(sql).stream()
                .map(row -> row.replaceAll("(\\d)\\.0+(?=\\||$)", "$1"))
                .toList();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connection().open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static MineSite mine(String site) {
        return new MineSite(
                site,
                null,
                List.of(
                        new Location("LOW", LocationKind.DUMP, 0, 0, 3_000),
                        new Location("HIGH", LocationKind.DUMP, 0, 500, 3_040)),
                List.of(new RoadSegment("RAMP-1", "LOW", "HIGH", 500, 40, 2, false)),
                List.of(new TruckClass("930E", 290, 210, 2_014, 4_200, 53)),
                List.of(new Truck("T1", "930E", null, null), new Truck("T2", "930E", null, null)),
                List.of(),
                List.of(new DumpPoint("HIGH", Material.ORE, 0, 9_000, 2)),
                List.of());
    }
}
