package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertAction;
import io.fueloptimine.models.mine.alarm.AlertChange;
import io.fueloptimine.models.mine.alarm.AlertCommand;
import io.fueloptimine.models.mine.alarm.AlertStatus;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Forty hours of one site: an alarm that stands all the time and is acknowledged after two minutes,
 * one that is shown three times within a minute, and eleven alarms in ten minutes.
 */
class AlarmPerformanceViewsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofHours(10));

    private MineDatabase database;

    @BeforeEach
    void fill() throws SQLException {
        database = new MineDatabase();
        acknowledgedAfterTwoMinutes();
        shownThreeTimesInAMinute();
        for (int i = 0; i < 11; i++) {
            Instant at = LATER.plusSeconds(10L * i);
            Alert raised = raised("T" + i, AlertType.LOW_FUEL, Severity.CRITICAL, at);
            write(raised);
            write(changed(raised, AlertChange.CLEARED, at.plusSeconds(600)));
        }
        write(raised("T9", AlertType.NOTE, Severity.INFO, START.plus(Duration.ofHours(40))));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void performanceOfASite() throws SQLException {
        assertThat(
                        database.rows(
                                "SELECT hours, alarm_count, maximum_alarm_rate, current_alarm_rate,"
                                        + " chattering, fleeting, standing_24h, acknowledged,"
                                        + " maximum_unack_s, maximum_re_alarm_count"
                                        + " FROM v_alarm_performance"))
                .singleElement()
                .asString()
                .matches("40\\.0*\\|16\\|11\\|1\\|1\\|1\\|1\\|1\\|120\\|2");
    }

    @Test
    void anAlarmThatStandsIsCountedUntilTheNewestTimeOfItsSite() throws SQLException {
        try (Connection connection = database.connection().open();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO alert (alert_id, site, raised_at, cleared_at, state) VALUES"
                            + " ('a', 'pit', '2026-01-05 08:00:00', '2026-01-05 11:00:00', 'X'),"
                            + " ('b', 'pit', '2026-01-05 09:30:00', NULL, 'X'),"
                            + " ('c', 'hill', '2026-01-05 08:00:00', '2026-01-06 09:00:00', 'X'),"
                            + " ('d', 'hill', '2026-01-05 20:00:00', NULL, 'X')");
            statement.execute(
                    "INSERT INTO alert_state (alert_id, changed_at, change, site) VALUES"
                            + " ('b', '2026-01-05 11:30:00', 'RAISED', 'pit'),"
                            + " ('d', '2026-01-06 21:30:00', 'RAISED', 'hill')");
        }

        assertThat(
                        database.rows(
                                "SELECT site, standing_24h, maximum_active_state_s"
                                        + " FROM v_alarm_times ORDER BY site"))
                .containsExactly("hill|2|91800", "mine|1|144000", "pit|0|10800");
    }

    @Test
    void sharesOfASite() throws SQLException {
        assertThat(
                        database.rows(
                                "SELECT ROUND(alarms_per_hour, 3), ROUND(flood_share * 240, 3),"
                                        + " ROUND(low_share * 16, 3), ROUND(medium_share * 16, 3),"
                                        + " ROUND(high_share * 16, 3)"
                                        + " FROM v_alarm_performance"))
                .singleElement()
                .asString()
                .matches("0\\.40*\\|1\\.0*\\|1\\.0*\\|4\\.0*\\|11\\.0*");
    }

    @Test
    void theMostFrequentAlarmIsTheOneShownThreeTimes() throws SQLException {
        assertThat(
                        database.rows(
                                "SELECT machine_id, type, alarms FROM v_alarm_frequency"
                                        + " WHERE place = 1"))
                .containsExactly("T2|SILENT_SENSOR|3");
        assertThat(database.rows("SELECT machine_id, type, times FROM v_alarm_chattering"))
                .containsExactly("T2|SILENT_SENSOR|1");
    }

    private void acknowledgedAfterTwoMinutes() throws SQLException {
        Alert raised = raised("T1", AlertType.FUEL_LEAK, Severity.WARNING, START);
        write(raised);
        AlertCommand command =
                new AlertCommand(
                        "c1",
                        raised.alertId(),
                        AlertAction.ACKNOWLEDGE,
                        null,
                        "boss",
                        null,
                        START.plusSeconds(120));
        AlertStatus status = raised.status().after(AlertChange.ACKNOWLEDGED, command, true);
        write(raised.with(raised.severity(), null, status));
    }

    private void shownThreeTimesInAMinute() throws SQLException {
        Instant at = START.plusSeconds(3_600);
        Alert alert = raised("T2", AlertType.SILENT_SENSOR, Severity.WARNING, at);
        write(alert);
        for (int i = 0; i < 2; i++) {
            alert = changed(alert, AlertChange.CLEARED, at.plusSeconds(20 * i + 10));
            write(alert);
            AlertStatus status =
                    alert.status().after(AlertChange.RETURNED, at.plusSeconds(20 * i + 20), true);
            alert = alert.with(alert.severity(), null, status);
            write(alert);
        }
        write(changed(alert, AlertChange.CLEARED, at.plusSeconds(50)));
    }

    private static Alert raised(String truckId, AlertType type, Severity severity, Instant at) {
        return new Alert(
                Alert.idOf(type, "mine/" + truckId, at),
                "mine",
                truckId,
                type,
                severity,
                at,
                null,
                "",
                Map.of(),
                null,
                null,
                AlertStatus.raised(at));
    }

    private static Alert changed(Alert alert, AlertChange change, Instant at) {
        return alert.with(alert.severity(), at, alert.status().after(change, at, false));
    }

    private void write(Alert alert) throws SQLException {
        database.write(AlarmTables.alert(), alert);
        database.write(AlarmTables.alertState(), alert);
    }
}
