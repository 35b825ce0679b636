package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.quality.QualityHour;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of all tables and views do not depend on the computer that writes and reads them. */
class SqlUnderLocalesTest {

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    /** Within the hour that Santiago skips on 6 September 2026, and on another day there. */
    private static final Instant SKIPPED = Instant.parse("2026-09-06T00:30:00.125Z");

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "es-CL, America/Santiago",
        "de-DE, Europe/Berlin",
        "tr-TR, Europe/Istanbul",
        "ar-EG, Pacific/Kiritimati",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Kathmandu"
    })
    void rowsAreTheSameUnderEveryLocaleAndTimeZone(String locale, String zone) throws SQLException {
        Map<String, List<String>> expected = written("und", "UTC");

        assertThat(expected.get("V_FLEET_DAY").get(0)).contains("2026-09-06");
        assertThat(expected.get("FUEL_WINDOW").get(0)).contains("2026-01-05 08:00:00.125");
        assertThat(written(locale, zone)).isEqualTo(expected);
    }

    /** The rows of each table and view that has some. */
    private static Map<String, List<String>> written(String locale, String zone)
            throws SQLException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (MineDatabase database = new MineDatabase()) {
            fill(database);
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table :
                    database.rows(
                            "SELECT table_name FROM information_schema.tables"
                                    + " WHERE table_schema = 'PUBLIC' ORDER BY 1")) {
                if (!table.equalsIgnoreCase("flyway_schema_history")) {
                    rows.put(table, database.rows("SELECT * FROM " + table + " ORDER BY 1"));
                }
            }
            assertThat(rows).hasSizeGreaterThan(20);
            return rows;
        }
    }

    private static void fill(MineDatabase database) throws SQLException {
        database.write(MineTables.fuelWindow(), MineRecords.window(0, 1_234.5));
        database.write(MineTables.haulCycle(), MineRecords.cycle("c1", "T1", SKIPPED, 300));
        database.write(MineTables.refuel(), MineRecords.refuel("T1", SKIPPED, 2_900));
        database.write(AlarmTables.alert(), MineRecords.alert(null));
        database.write(MineTables.driftEvent(), MineRecords.drift());
        database.write(MineTables.rejectedReading(), MineRecords.rejected());
        database.write(
                MineTables.qualityHour(),
                new QualityHour(
                        "mine",
                        "T1",
                        SKIPPED.minus(Duration.ofMinutes(30)),
                        9,
                        1,
                        0,
                        0,
                        0,
                        "decode",
                        1));
        database.write(MineTables.retraining(), MineRecords.retrained(20, 2));
        database.write(DispatchTables.dispatchPlan(), MineRecords.plan());
        database.write(DispatchTables.dispatchAssignment(), MineRecords.assignment());
        database.write(DispatchTables.assignmentReply(), MineRecords.reply(SKIPPED, true));
        database.write(
                DispatchTables.fuelSaving(), MineRecords.saving(SKIPPED.plusSeconds(60), 12.5));
    }
}
