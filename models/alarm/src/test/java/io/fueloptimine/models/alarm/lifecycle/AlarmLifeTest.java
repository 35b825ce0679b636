package io.fueloptimine.models.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.flood.FloodControl;
import io.fueloptimine.models.mine.alarm.AlertAction;
import io.fueloptimine.models.mine.alarm.AlertChange;
import io.fueloptimine.models.mine.alarm.AlertCommand;
import io.fueloptimine.models.mine.alarm.AlertState;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of states in the README of models/alarm. */
class AlarmLifeTest {

    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final LifecycleSettings SETTINGS = LifecycleSettings.DEFAULT;

    private final AlarmLife raised = AlarmLife.raised(signal(0, Severity.WARNING), START);

    @Test
    void isUnacknowledgedWhenRaised() {
        assertThat(state(raised)).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(raised.alert().alertId())
                .isEqualTo("LOW_FUEL/andes/T01/" + START.toEpochMilli());
        assertThat(raised.ended()).isFalse();
    }

    @Test
    void waitsForAcknowledgementAfterItsConditionIsGone() {
        AlarmLife cleared = raised.cleared(at(5));
        assertThat(state(cleared)).isEqualTo(AlertState.RETURNED_UNACKNOWLEDGED);
        assertThat(cleared.ended()).isFalse();

        AlarmLife acknowledged = cleared.commanded(command(6, AlertAction.ACKNOWLEDGE));
        assertThat(state(acknowledged)).isEqualTo(AlertState.NORMAL);
        assertThat(acknowledged.ended()).isTrue();
    }

    @Test
    void endsWhenItIsAcknowledgedAndThenCleared() {
        AlarmLife acknowledged = raised.commanded(command(1, AlertAction.ACKNOWLEDGE));
        assertThat(state(acknowledged)).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(acknowledged.alert().status().acknowledgedBy()).isEqualTo("ana");
        assertThat(state(acknowledged.cleared(at(5)))).isEqualTo(AlertState.NORMAL);
        assertThat(acknowledged.cleared(at(5)).ended()).isTrue();
    }

    @Test
    void isUnacknowledgedAgainAndKeepsItsIdWhenItsConditionReturnsSoon() {
        AlarmLife cleared = raised.cleared(at(5));
        assertThat(cleared.continues(at(15), SETTINGS)).isTrue();
        assertThat(cleared.continues(at(16), SETTINGS)).isFalse();

        AlarmLife returned = cleared.returned(signal(15, Severity.WARNING), at(15));
        assertThat(state(returned)).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(returned.alert().alertId()).isEqualTo(raised.alert().alertId());
        assertThat(returned.alert().clearedAt()).isNull();
        assertThat(returned.alert().status().occurrences()).isEqualTo(2);
    }

    @Test
    void staysShelvedWhileItsConditionComesAndGoes() {
        AlarmLife shelved = raised.commanded(command(1, AlertAction.ACKNOWLEDGE));
        shelved = shelved.commanded(shelve(2, 60));
        assertThat(state(shelved)).isEqualTo(AlertState.SHELVED);
        assertThat(shelved.alert().status().acknowledged()).isTrue();

        AlarmLife cleared = shelved.cleared(at(10));
        assertThat(state(cleared)).isEqualTo(AlertState.SHELVED);
        assertThat(cleared.ended()).isFalse();
        assertThat(cleared.continues(at(50), SETTINGS)).isTrue();

        AlarmLife returned = cleared.returned(signal(50, Severity.WARNING), at(50));
        assertThat(state(returned)).isEqualTo(AlertState.SHELVED);
        assertThat(returned.alert().status().acknowledged()).isFalse();

        AlarmLife expired = returned.elapsed(at(60), SETTINGS);
        assertThat(state(expired)).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(expired.alert().status().change()).isEqualTo(AlertChange.SHELVING_ENDED);
    }

    @Test
    void isStillAcknowledgedAfterShelvingWhenItsConditionNeverLeft() {
        AlarmLife life = raised.commanded(command(1, AlertAction.ACKNOWLEDGE));
        life = life.commanded(shelve(2, 60)).commanded(command(3, AlertAction.UNSHELVE));
        assertThat(state(life)).isEqualTo(AlertState.ACKNOWLEDGED);
    }

    @Test
    void endsWhenShelvingEndsWithoutItsCondition() {
        AlarmLife life = raised.commanded(shelve(2, 60)).cleared(at(10));
        assertThat(life.elapsed(at(59), SETTINGS)).isEqualTo(life);
        assertThat(life.elapsed(at(60), SETTINGS).ended()).isTrue();
    }

    @Test
    void isOutOfServiceUntilAPersonReturnsIt() {
        AlarmLife life = raised.commanded(command(1, AlertAction.OUT_OF_SERVICE)).cleared(at(5));
        life = life.returned(signal(600, Severity.WARNING), at(600));
        assertThat(state(life)).isEqualTo(AlertState.OUT_OF_SERVICE);
        assertThat(life.due(SETTINGS)).isNull();
        AlarmLife back = life.commanded(command(700, AlertAction.IN_SERVICE));
        assertThat(state(back)).isEqualTo(AlertState.UNACKNOWLEDGED);
    }

    @Test
    void isSuppressedByTheStateOfTheMachine() {
        AlarmLife suppressed = raised.parked(true, at(5));
        assertThat(state(suppressed)).isEqualTo(AlertState.SUPPRESSED);
        assertThat(suppressed.parked(true, at(6))).isEqualTo(suppressed);
        assertThat(state(suppressed.parked(false, at(7)))).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(suppressed.cleared(at(6)).parked(false, at(7)).ended()).isTrue();
    }

    @Test
    void escalatesOnceWhenNobodyAcknowledgesItAndSinksWhenSomebodyDoes() {
        AlarmLife life = raised.elapsed(at(SETTINGS.escalateMin()), SETTINGS);
        assertThat(life.alert().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(life.due(SETTINGS)).isNull();
        AlarmLife acknowledged =
                life.commanded(command(SETTINGS.escalateMin() + 1, AlertAction.ACKNOWLEDGE));
        assertThat(acknowledged.alert().severity()).isEqualTo(Severity.WARNING);
        assertThat(acknowledged.due(SETTINGS)).isNull();
    }

    @Test
    void doesNotEscalateWhenAcknowledgedInTime() {
        AlarmLife life = raised.commanded(command(1, AlertAction.ACKNOWLEDGE));
        assertThat(life.elapsed(at(10_000), SETTINGS)).isEqualTo(life);
    }

    @Test
    void raisesItsSeverityAtOnceAndLowersItAfterAWhile() {
        AlarmLife worse = raised.repeated(signal(1, Severity.CRITICAL), SETTINGS);
        assertThat(worse.alert().severity()).isEqualTo(Severity.CRITICAL);
        AlarmLife better = worse.repeated(signal(2, Severity.WARNING), SETTINGS);
        assertThat(better.alert()).isEqualTo(worse.alert());
        better = better.repeated(signal(12, Severity.WARNING), SETTINGS);
        assertThat(better.alert().severity()).isEqualTo(Severity.WARNING);
        AlarmLife interrupted =
                worse.repeated(signal(2, Severity.WARNING), SETTINGS)
                        .repeated(signal(11, Severity.CRITICAL), SETTINGS)
                        .repeated(signal(12, Severity.WARNING), SETTINGS);
        assertThat(interrupted.alert().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void isExtendedByAMachineThatJoinsWhenAnotherOneHasLeft() {
        AlarmLife life = AlarmLife.raised(ofMachines(0, "T01, T02, T03"), START);
        assertThat(life.repeated(ofMachines(1, "T01, T02, T03"), SETTINGS)).isEqualTo(life);

        AlarmLife extended = life.repeated(ofMachines(2, "T01, T02, T04"), SETTINGS);
        assertThat(extended.alert().status().change()).isEqualTo(AlertChange.EXTENDED);
        assertThat(extended.alert().message()).contains("T04").doesNotContain("T03");
        assertThat(extended.alert().en().seen()).contains("T04");
    }

    @Test
    void carriesOutACommandOnce() {
        AlertCommand command = command(1, AlertAction.ACKNOWLEDGE);
        AlarmLife life = raised.commanded(command);
        assertThat(life.commanded(command)).isSameAs(life);
        assertThat(CommandCheck.faults(command, life, at(2), SETTINGS)).isEmpty();
    }

    @Test
    void countsItsRevisions() {
        AlarmLife life = raised.commanded(command(1, AlertAction.ACKNOWLEDGE)).cleared(at(5));
        assertThat(raised.alert().status().revision()).isEqualTo(1);
        assertThat(life.alert().status().revision()).isEqualTo(3);
    }

    private static AlertState state(AlarmLife life) {
        return life.alert().status().state();
    }

    private static AlarmSignal signal(int minute, Severity severity) {
        return new AlarmSignal(
                "andes",
                "T01",
                AlertType.LOW_FUEL,
                severity,
                at(minute),
                true,
                "a test",
                Map.of("levelPct", 10.0, "limit", 12.0));
    }

    private static AlarmSignal ofMachines(int minute, String names) {
        return new AlarmSignal(
                        "andes",
                        null,
                        AlertType.BAD_DATA,
                        Severity.WARNING,
                        at(minute),
                        true,
                        "3 machines with one cause: " + names,
                        Map.of("machines", 3.0))
                .withText(FloodControl.COMMON, Map.of("names", names, "type", "BAD_DATA"));
    }

    private AlertCommand command(int minute, AlertAction action) {
        return new AlertCommand(
                action + "-" + minute,
                raised.alert().alertId(),
                action,
                null,
                "ana",
                null,
                at(minute));
    }

    private AlertCommand shelve(int minute, int untilMinute) {
        return new AlertCommand(
                "shelve-" + minute,
                raised.alert().alertId(),
                AlertAction.SHELVE,
                at(untilMinute),
                "ana",
                "being repaired",
                at(minute));
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
