package io.fueloptimine.models.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.mine.alarm.AlertAction;
import io.fueloptimine.models.mine.alarm.AlertCommand;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.FieldFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandCheckTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final LifecycleSettings SETTINGS = LifecycleSettings.DEFAULT;

    @Test
    void readsACommandAndIgnoresUnknownFields() {
        CheckedCommand checked =
                CommandCheck.read(
                        """
                        {"commandId": "c1", "alertId": "LOW_FUEL/andes/T01/1", "action": "SHELVE",
                         "until": "2026-05-04T09:00:00Z", "user": "ana", "at": "2026-05-04T08:00:00Z",
                         "colour": "red"}
                        """);
        assertThat(checked.refusal()).isNull();
        assertThat(checked.command())
                .isEqualTo(command("c1", AlertAction.SHELVE, NOW.plusSeconds(3_600)));
        assertThat(checked.machineKey()).isEqualTo("andes/T01");
    }

    @Test
    void namesEveryFaultOfARecord() {
        CheckedCommand checked =
                CommandCheck.read(
                        """
                        {"commandId": " ", "alertId": "T01", "action": "DELETE", "until": 5,
                         "comment": 7, "at": "yesterday"}
                        """);
        assertThat(checked.command()).isNull();
        assertThat(checked.refusal().faults())
                .extracting(FieldFault::field, FieldFault::value)
                .containsExactly(
                        tuple("commandId", " "),
                        tuple("alertId", "T01"),
                        tuple("action", "DELETE"),
                        tuple("until", "5"),
                        tuple("user", null),
                        tuple("comment", "7"),
                        tuple("at", "yesterday"));
        assertThat(checked.refusal().faults()).allMatch(fault -> fault.expected() != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no json", "[]", "null", "{", "{}", "3"})
    void refusesWhatIsNoCommand(String json) {
        CheckedCommand checked = CommandCheck.read(json);
        assertThat(checked.command()).isNull();
        assertThat(checked.refusal().faults()).isNotEmpty();
        assertThat(checked.machineKey()).isEmpty();
        assertThat(CommandCheck.read(null).command()).isNull();
    }

    @Test
    void reportsAnAlarmThatDoesNotExist() {
        assertThat(
                        CommandCheck.faults(
                                command("c1", AlertAction.ACKNOWLEDGE, null), null, NOW, SETTINGS))
                .extracting(FieldFault::field, FieldFault::value)
                .containsExactly(tuple("alertId", "LOW_FUEL/andes/T01/1"));
    }

    @Test
    void limitsTheTimeOfShelving() {
        Instant latest = NOW.plus(Duration.ofMinutes(SETTINGS.maxShelveMin()));
        assertThat(faults(AlertAction.SHELVE, latest)).isEmpty();
        assertThat(faults(AlertAction.SHELVE, latest.plusMillis(1))).contains("until");
        assertThat(faults(AlertAction.SHELVE, NOW)).contains("until");
    }

    @Test
    void refusesActionsThatDoNotFitTheAlarm() {
        assertThat(faults(AlertAction.UNSHELVE, null)).contains("action");
        assertThat(faults(AlertAction.IN_SERVICE, null)).contains("action");
        assertThat(faults(AlertAction.ACKNOWLEDGE, null)).isEmpty();
        assertThat(faults(AlertAction.OUT_OF_SERVICE, null)).isEmpty();
    }

    private static String faults(AlertAction action, Instant until) {
        AlarmLife life =
                AlarmLife.raised(
                        new AlarmSignal(
                                "andes",
                                "T01",
                                AlertType.LOW_FUEL,
                                Severity.WARNING,
                                NOW,
                                true,
                                "a test",
                                Map.of()),
                        NOW);
        StringBuilder fields = new StringBuilder();
        CommandCheck.faults(command("c1", action, until), life, NOW, SETTINGS)
                .forEach(fault -> fields.append(fault.field()));
        return fields.toString();
    }

    private static AlertCommand command(String id, AlertAction action, Instant until) {
        return new AlertCommand(id, "LOW_FUEL/andes/T01/1", action, until, "ana", null, NOW);
    }
}
