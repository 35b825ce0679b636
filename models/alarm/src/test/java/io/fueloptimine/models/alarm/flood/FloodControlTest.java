package io.fueloptimine.models.alarm.flood;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.text.AlarmTexts;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FloodControlTest {

    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final FloodSettings SETTINGS = FloodSettings.DEFAULT;
    private static final int FEWEST = SETTINGS.fewestMachines();

    private final FloodControl control = new FloodControl(SETTINGS);
    private Flood flood = Flood.NONE;

    /** What one signal each causes, in order. */
    private List<AlarmSignal> play(AlarmSignal... signals) {
        List<AlarmSignal> out = new ArrayList<>();
        for (AlarmSignal signal : signals) {
            out.addAll(playAtOnce(List.of(signal)));
        }
        return out;
    }

    private List<AlarmSignal> playAtOnce(List<AlarmSignal> signals) {
        List<AlarmSignal> out = new ArrayList<>();
        for (AlarmSignal signal : signals) {
            out.addAll(keep(control.accepted(flood, signal)));
        }
        Instant now = signals.get(signals.size() - 1).at();
        out.addAll(keep(control.settled(flood, now)));
        return out;
    }

    private List<AlarmSignal> keep(Flood.Step step) {
        flood = step.flood();
        return step.signals();
    }

    @ParameterizedTest
    @EnumSource(
            value = AlertType.class,
            names = {"BAD_DATA", "CLOCK_JUMP", "EXCESS_FUEL", "METER_BIAS", "STUCK_SENSOR"})
    void makesOneAlarmOfTheSignalsOfSixtyMachinesAtOneTime(AlertType type) {
        List<AlarmSignal> all =
                IntStream.range(0, 60).mapToObj(truck -> present(type, truck, 0)).toList();
        List<AlarmSignal> out = playAtOnce(all);

        assertThat(out).hasSize(1);
        AlarmSignal one = out.get(0);
        assertThat(one.machineId()).isNull();
        assertThat(one.type()).isEqualTo(type);
        assertThat(one.evidence()).containsEntry("machines", 60.0);
        assertThat(one.message()).startsWith("60 machines").contains("T00, T01");
        assertThat(one.alertId()).isEqualTo(type + ":common/andes/" + START.toEpochMilli());
        assertThat(AlarmTexts.ENGLISH.of(one).seen()).startsWith("60 machines of andes");
        assertThat(AlarmTexts.SPANISH.of(one).seen()).startsWith("60 equipos de andes");
    }

    @Test
    void passesTheSignalsOfFewMachinesOn() {
        List<AlarmSignal> few = signals(FEWEST - 1, 0);
        assertThat(playAtOnce(few)).isEqualTo(few);
    }

    @Test
    void suppressesTheAlarmsThatWereRaisedBeforeTheCauseWasKnown() {
        List<AlarmSignal> out = play(signals(FEWEST, 60).toArray(AlarmSignal[]::new));

        assertThat(out)
                .extracting(signal -> signal.machineId() + " " + signal.grouped())
                .containsExactly(
                        "T00 false",
                        "T01 false",
                        "T02 false",
                        "T03 false",
                        "T00 true",
                        "T01 true",
                        "T02 true",
                        "T03 true",
                        "null false");
        assertThat(out.get(8).message())
                .isEqualTo("5 machines with one cause: T00, T01, T02, T03, T04");
        assertThat(out.get(4).at()).isEqualTo(START.plusSeconds(240));
    }

    @Test
    void countsOnlyMachinesWhoseConditionBeganWithinTheWindow() {
        int step = SETTINGS.windowS() / (FEWEST - 1);
        List<AlarmSignal> out = play(signals(12, step).toArray(AlarmSignal[]::new));
        assertThat(out).hasSize(12).noneMatch(signal -> signal.machineId() == null);
    }

    @Test
    void extendsTheAlarmByMachinesThatJoin() {
        playAtOnce(signals(FEWEST, 0));
        int window = SETTINGS.windowS();
        List<AlarmSignal> out = play(present(AlertType.BAD_DATA, 40, window));
        assertThat(out).singleElement();
        assertThat(out.get(0).evidence()).containsEntry("machines", FEWEST + 1.0);
        assertThat(out.get(0).message()).contains("T40");

        assertThat(play(present(AlertType.BAD_DATA, 41, 2 * window)))
                .as("within the window of the newest one")
                .singleElement()
                .satisfies(signal -> assertThat(signal.message()).contains("T41"));
    }

    @Test
    void raisesAConditionThatBeginsLongAfterTheOthers() {
        playAtOnce(signals(FEWEST, 0));
        AlarmSignal late = present(AlertType.BAD_DATA, 40, SETTINGS.windowS() + 1);
        assertThat(play(late)).containsExactly(late);
    }

    @Test
    void extendsTheAlarmByAsManyAsCouldBeAGroupOfTheirOwn() {
        playAtOnce(signals(FEWEST, 0));
        List<AlarmSignal> later =
                IntStream.range(40, 40 + FEWEST)
                        .mapToObj(truck -> present(AlertType.BAD_DATA, truck, 7_200))
                        .toList();
        assertThat(playAtOnce(later))
                .singleElement()
                .satisfies(signal -> assertThat(signal.message()).startsWith("10 machines"));
    }

    @Test
    void forgetsMachinesThatWereTakenAwayDuringTheCommonCause() {
        playAtOnce(signals(FEWEST, 0));
        int later = (int) FloodControl.MEMORY.toSeconds() + 1;
        AlarmSignal other = present(AlertType.BAD_DATA, 40, later);
        assertThat(play(other)).containsExactly(other);
        assertThat(play(gone(40, later + 60)))
                .extracting(signal -> signal.machineId() + " " + signal.present())
                .containsExactly("T40 false", "null false");
        assertThat(flood.isEmpty()).isTrue();
    }

    @Test
    void showsWhatIsLeftOfTheSingleAlarmsAfterTheCommonCause() {
        play(signals(FEWEST, 60).toArray(AlarmSignal[]::new));
        List<AlarmSignal> out = play(gone(0, 900));

        assertThat(out)
                .extracting(signal -> signal.machineId() + " " + signal.present())
                .containsExactly(
                        "T00 false", "null false", "T01 true", "T02 true", "T03 true", "T04 true");
        assertThat(out).noneMatch(AlarmSignal::grouped);
        assertThat(play(gone(4, 960)))
                .singleElement()
                .satisfies(signal -> assertThat(signal.machineId()).isEqualTo("T04"));
    }

    @Test
    void neverHidesACriticalConditionOfAMachine() {
        playAtOnce(signals(FEWEST, 0));
        AlarmSignal critical = critical(40);
        assertThat(play(critical)).containsExactly(critical);
        assertThat(play(critical(0)))
                .as("a machine of the group becomes critical")
                .containsExactly(critical(0));
    }

    @Test
    void neverGroupsAConditionThatBecameCriticalBeforeTheCauseWasKnown() {
        play(signals(FEWEST - 1, 0).toArray(AlarmSignal[]::new));
        AlarmSignal critical = signal(name(0), AlertType.BAD_DATA, Severity.CRITICAL, 30, true);
        assertThat(play(critical)).containsExactly(critical);

        List<AlarmSignal> out =
                play(
                        present(AlertType.BAD_DATA, 5, 60),
                        present(AlertType.BAD_DATA, 6, 60),
                        present(AlertType.BAD_DATA, 0, 90));
        assertThat(out).as("the group").anyMatch(signal -> signal.machineId() == null);
        assertThat(out)
                .filteredOn(signal -> name(0).equals(signal.machineId()))
                .singleElement()
                .satisfies(signal -> assertThat(signal.grouped()).isFalse());
    }

    @Test
    void forgetsAConditionThatIsGone() {
        play(present(AlertType.BAD_DATA, 1, 0), gone(1, 60));
        assertThat(flood.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = AlertType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "SILENT_SENSOR",
                "STUCK_SENSOR",
                "BAD_DATA",
                "CLOCK_JUMP",
                "EXCESS_FUEL",
                "DRIFT",
                "METER_BIAS"
            })
    void leavesConditionsOfASingleMachineAlone(AlertType type) {
        assertThat(FloodControl.concerns(present(type, 1, 0))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = AlertType.class,
            names = {
                "SILENT_SENSOR",
                "STUCK_SENSOR",
                "BAD_DATA",
                "CLOCK_JUMP",
                "EXCESS_FUEL",
                "DRIFT",
                "METER_BIAS"
            })
    void concernsConditionsThatCanHaveACommonCause(AlertType type) {
        assertThat(FloodControl.concerns(present(type, 1, 0))).isTrue();
        assertThat(FloodControl.concerns(signal(null, type, Severity.WARNING, 0, true)))
                .as("of a site")
                .isFalse();
    }

    private static List<AlarmSignal> signals(int machines, int stepS) {
        return IntStream.range(0, machines)
                .mapToObj(truck -> present(AlertType.BAD_DATA, truck, truck * stepS))
                .toList();
    }

    private static AlarmSignal present(AlertType type, int truck, int second) {
        return signal(name(truck), type, Severity.WARNING, second, true);
    }

    private static AlarmSignal critical(int truck) {
        return signal(name(truck), AlertType.BAD_DATA, Severity.CRITICAL, 600, true);
    }

    private static AlarmSignal gone(int truck, int second) {
        return signal(name(truck), AlertType.BAD_DATA, Severity.INFO, second, false);
    }

    private static String name(int truck) {
        return "T%02d".formatted(truck);
    }

    private static AlarmSignal signal(
            String machineId, AlertType type, Severity severity, int second, boolean present) {
        return new AlarmSignal(
                "andes",
                machineId,
                type,
                severity,
                START.plusSeconds(second),
                present,
                "a test",
                Map.of());
    }
}
