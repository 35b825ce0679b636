package io.fueloptimine.operators.alarm;

import static io.fueloptimine.models.mine.reading.ProductionState.DRIVING;
import static io.fueloptimine.models.mine.reading.ProductionState.HAULING;
import static io.fueloptimine.models.mine.reading.ProductionState.STOPPED;
import static io.fueloptimine.operators.alarm.MachineScript.grader;
import static io.fueloptimine.operators.alarm.MachineScript.truck;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each pattern on one machine: just long enough, just not, for long, with readings out of order,
 * and with one minute that is late.
 */
class PatternCasesTest {

    private static final Duration LATE = Duration.ofMinutes(4);

    private static final List<Alert> IN_ORDER = new ArrayList<>();
    private static final List<Alert> OUT_OF_ORDER = new ArrayList<>();
    private static final List<Alert> LATE_MINUTE = new ArrayList<>();

    /**
     * @param lateMinute the minute without which the condition does not last long enough
     */
    private record Pattern(
            String name,
            AlertType type,
            Severity severity,
            Function<String, MachineScript> enough,
            Function<String, MachineScript> nearMiss,
            Function<String, MachineScript> lasting,
            int lateMinute) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Pattern> patterns() {
        return Stream.of(
                new Pattern(
                        "long-idle",
                        AlertType.LONG_IDLE,
                        Severity.WARNING,
                        id -> idling(id, "OTHER", 20),
                        id -> idling(id, "BREAK", 60),
                        id -> idling(id, "OTHER", 70),
                        10),
                new Pattern(
                        "hot",
                        AlertType.FAILING_MACHINE,
                        Severity.WARNING,
                        id -> hot(id, 3),
                        id -> hot(id, 2),
                        id -> hot(id, 20),
                        6),
                new Pattern(
                        "derated",
                        AlertType.FAILING_MACHINE,
                        Severity.CRITICAL,
                        id -> derated(id, 50, 2),
                        id -> derated(id, 90, 5),
                        id -> derated(id, 50, 15),
                        9),
                new Pattern(
                        "vibration",
                        AlertType.VIBRATION,
                        Severity.WARNING,
                        id -> shaking(id, 8, 3),
                        id -> shaking(id, 6.5, 20),
                        id -> shaking(id, 8, 30),
                        6),
                new Pattern(
                        "speeding",
                        AlertType.SPEEDING,
                        Severity.WARNING,
                        id -> descending(id, 45, 1),
                        id -> descending(id, 34, 10),
                        id -> descending(id, 45, 10),
                        5),
                new Pattern(
                        "short-stops",
                        AlertType.SHORT_STOPS,
                        Severity.WARNING,
                        id -> stopping(id, 5),
                        id -> stopping(id, 4),
                        id -> stopping(id, 11),
                        4),
                new Pattern(
                        "fuel-hours",
                        AlertType.LOW_FUEL,
                        Severity.WARNING,
                        id -> emptying(id, 10, 2),
                        id -> emptying(id, 14, 20),
                        id -> emptying(id, 10, 20),
                        61),
                new Pattern(
                        "single-overload",
                        AlertType.OVERLOAD,
                        Severity.CRITICAL,
                        id -> loaded(id, 352, 1),
                        id -> loaded(id, 345, 10),
                        id -> loaded(id, 352, 20),
                        0));
    }

    private static MachineScript idling(String id, String reason, int minutes) {
        return truck(id)
                .drive(5)
                .enter(STOPPED, reason, null)
                .idle(minutes)
                .enter(DRIVING, null, null)
                .drive(10);
    }

    private static MachineScript hot(String id, int minutes) {
        return truck(id).drive(5).coolant(110).drive(minutes).coolant(85).drive(10);
    }

    private static MachineScript derated(String id, double loadPct, int minutes) {
        return truck(id)
                .in(HAULING)
                .grade(8)
                .load(98.0)
                .drive(5)
                .coolant(110)
                .drive(3)
                .coolant(103)
                .load(loadPct)
                .drive(minutes)
                .coolant(85)
                .load(98.0)
                .drive(10);
    }

    private static MachineScript shaking(String id, double mmS, int minutes) {
        return grader(id).drive(5).vibration(mmS).drive(minutes).vibration(4).drive(10);
    }

    private static MachineScript descending(String id, double kph, int minutes) {
        return truck(id)
                .in(HAULING)
                .grade(-8)
                .drive(5)
                .speed(kph)
                .drive(minutes)
                .speed(25.0)
                .drive(10);
    }

    private static MachineScript stopping(String id, int stops) {
        MachineScript script = truck(id);
        for (int stop = 0; stop < stops; stop++) {
            script.drive(4).idle(1);
        }
        return script.drive(40);
    }

    private static MachineScript emptying(String id, double levelPct, int minutes) {
        return truck(id).level(60).drive(61).level(levelPct).drive(minutes).level(95).drive(10);
    }

    private static MachineScript loaded(String id, double tonnes, int minutes) {
        return truck(id)
                .in(HAULING)
                .payload(tonnes)
                .drive(minutes)
                .in(DRIVING)
                .payload(0)
                .drive(10);
    }

    @BeforeAll
    static void playAllOrders() throws Exception {
        List<Reading> readings = new ArrayList<>();
        patterns()
                .forEach(
                        of -> {
                            add(readings, of.enough().apply(of.name()));
                            add(readings, of.nearMiss().apply(of.name() + "-near"));
                            add(readings, of.lasting().apply(of.name() + "-long"));
                        });
        add(readings, truck("clock").drive(150));
        readings.sort(Comparator.comparing(Reading::time));
        IN_ORDER.addAll(Alarms.ofReadings(readings));
        OUT_OF_ORDER.addAll(Alarms.ofReadings(shuffledWithinMinutes(readings)));
        LATE_MINUTE.addAll(Alarms.ofReadings(withLateMinutes(readings)));
    }

    private static void add(List<Reading> readings, MachineScript script) {
        readings.addAll(script.switchOff().readings());
    }

    private static List<Reading> shuffledWithinMinutes(List<Reading> readings) {
        Random random = new Random(7);
        List<Reading> shuffled = new ArrayList<>(readings);
        int from = 0;
        for (int i = 1; i <= readings.size(); i++) {
            if (i == readings.size()
                    || !minute(readings.get(i)).equals(minute(readings.get(from)))) {
                Collections.shuffle(shuffled.subList(from, i), random);
                from = i;
            }
        }
        return shuffled;
    }

    private static List<Reading> withLateMinutes(List<Reading> readings) {
        return readings.stream().sorted(Comparator.comparing(PatternCasesTest::arrival)).toList();
    }

    private static Instant arrival(Reading reading) {
        boolean late =
                patterns()
                        .anyMatch(
                                of ->
                                        of.name().equals(reading.machineId())
                                                && minute(reading)
                                                        .equals(
                                                                MachineScript.START.plusSeconds(
                                                                        60L * of.lateMinute())));
        return late ? reading.time().plus(LATE) : reading.time();
    }

    private static Instant minute(Reading reading) {
        return reading.time().truncatedTo(ChronoUnit.MINUTES);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void raisesOneAlarmAndClearsIt(Pattern pattern) {
        assertThat(alerts(IN_ORDER, pattern, "")).extracting(Alert::alertId).hasSize(2);
        assertThat(ids(IN_ORDER, pattern, "")).hasSize(1);
        assertThat(alerts(IN_ORDER, pattern, ""))
                .extracting(alert -> alert.clearedAt() != null)
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void raisesNothingForANearMiss(Pattern pattern) {
        assertThat(alerts(IN_ORDER, pattern, "-near")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void raisesOneAlarmForOneCauseHoweverLongItLasts(Pattern pattern) {
        assertThat(ids(IN_ORDER, pattern, "-long")).hasSize(1);
        assertThat(alerts(IN_ORDER, pattern, "-long"))
                .filteredOn(alert -> alert.clearedAt() != null)
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void doesNotDependOnTheOrderWithinAMinute(Pattern pattern) {
        assertThat(alerts(OUT_OF_ORDER, pattern, ""))
                .extracting(Alert::alertId, Alert::severity, Alert::raisedAt, Alert::clearedAt)
                .isEqualTo(
                        alerts(IN_ORDER, pattern, "").stream()
                                .map(
                                        alert ->
                                                tuple(
                                                        alert.alertId(),
                                                        alert.severity(),
                                                        alert.raisedAt(),
                                                        alert.clearedAt()))
                                .toList());
        assertThat(alerts(OUT_OF_ORDER, pattern, "-near")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void doesNotCountALateMinute(Pattern pattern) {
        assertThat(alerts(LATE_MINUTE, pattern, "")).isEmpty();
        assertThat(ids(LATE_MINUTE, pattern, "-long")).hasSize(1);
    }

    private static List<Alert> alerts(List<Alert> all, Pattern pattern, String suffix) {
        return all.stream()
                .filter(alert -> (pattern.name() + suffix).equals(alert.machineId()))
                .filter(alert -> alert.type() == pattern.type())
                .filter(alert -> alert.severity().compareTo(pattern.severity()) >= 0)
                .toList();
    }

    private static List<String> ids(List<Alert> all, Pattern pattern, String suffix) {
        return alerts(all, pattern, suffix).stream().map(Alert::alertId).distinct().toList();
    }
}
