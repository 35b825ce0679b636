package io.fueloptimine.jobs.evaluation.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.evaluation.scenario.FaultKind;
import io.fueloptimine.jobs.evaluation.scenario.InjectedFault;
import io.fueloptimine.jobs.evaluation.truth.WitnessedFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlarmMatchingTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final String SITE = "andes-1";

    @Test
    void findsAFaultByTheFirstAlarmOfItsMachineAndTypeWithinItsTime() {
        AlarmMatching matching =
                matching(
                        fault(FaultKind.LEAK_5, 2, 30, "T1"),
                        alarm("T1", "FUEL_LEAK", 1.9),
                        alarm("T2", "FUEL_LEAK", 3),
                        alarm("T1", "OVERLOAD", 4),
                        alarm("T1", "FUEL_LEAK", 12),
                        alarm("T1", "FUEL_LEAK", 10));

        FaultOutcome outcome = matching.outcomes().get(0);
        assertThat(outcome.delayH()).isEqualTo(8);
        assertThat(outcome.found()).hasSize(2);
        assertThat(outcome.isFoundInTime()).isTrue();
        assertThat(matching.falseAlarms())
                .containsExactly(
                        alarm("T1", "FUEL_LEAK", 1.9),
                        alarm("T2", "FUEL_LEAK", 3),
                        alarm("T1", "OVERLOAD", 4));
    }

    @Test
    void aFaultIsFoundUntilThreeHoursAfterItsEnd() {
        WitnessedFault theft = fault(FaultKind.THEFT, 2, 2.5, "T1");

        assertThat(matching(theft, alarm("T1", "FUEL_THEFT", 5.5)).outcomes().get(0).isFound())
                .isTrue();
        assertThat(matching(theft, alarm("T1", "FUEL_THEFT", 5.6)).outcomes().get(0).isFound())
                .isFalse();
        assertThat(matching(theft, alarm("T1", "FUEL_THEFT", 5.5)).outcomes().get(0))
                .extracting(FaultOutcome::isFoundInTime)
                .isEqualTo(false);
    }

    @Test
    void aConsequenceIsNeitherAFindingNorFalse() {
        AlarmMatching matching =
                matching(fault(FaultKind.METER_LOW, 2, 30, "T1"), alarm("T1", "FUEL_LEAK", 5));

        assertThat(matching.outcomes().get(0).isFound()).isFalse();
        assertThat(matching.outcomes().get(0).delayH()).isNaN();
        assertThat(matching.falseAlarms()).isEmpty();
    }

    @Test
    void anAlarmOfTheSiteIsAboutEveryMachine() {
        AlarmMatching matching =
                matching(fault(FaultKind.WET_ROADS, 2, 5), alarm(null, "DRIFT", 2.4));

        assertThat(matching.outcomes().get(0).isFoundInTime()).isTrue();
    }

    @Test
    void anotherSiteIsNotAffected() {
        RaisedAlarm elsewhere = new RaisedAlarm("andes-2", null, "DRIFT", at(2.4));

        AlarmMatching matching = matching(fault(FaultKind.WET_ROADS, 2, 5), elsewhere);

        assertThat(matching.outcomes().get(0).isFound()).isFalse();
        assertThat(matching.falseAlarms()).containsExactly(elsewhere);
    }

    @Test
    void wearIsDelayedByOperatingHours() {
        int[] everyOtherMinute = new int[30 * 60];
        Arrays.setAll(everyOtherMinute, minute -> minute % 2 == 0 ? 60 : 0);
        WitnessedFault wear =
                new WitnessedFault(injected(FaultKind.WEAR_6, 2, 32, "T1"), everyOtherMinute, 0);

        FaultOutcome inTime = matching(wear, alarm("T1", "DRIFT", 22)).outcomes().get(0);
        FaultOutcome late = matching(wear, alarm("T1", "DRIFT", 28)).outcomes().get(0);

        assertThat(inTime.delayH()).isCloseTo(10, within(0.02));
        assertThat(inTime.isFoundInTime()).isTrue();
        assertThat(late.isFoundInTime()).isFalse();
    }

    @Test
    void aTheftOfLessThanAHundredLitresDoesNotCountButExplains() {
        WitnessedFault small =
                new WitnessedFault(injected(FaultKind.THEFT, 2, 3, "T1"), new int[0], 99.9);

        AlarmMatching matching = matching(small, alarm("T1", "FUEL_THEFT", 2.5));

        assertThat(matching.outcomes()).isEmpty();
        assertThat(matching.notTakenPlace()).isEqualTo(1);
        assertThat(matching.falseAlarms()).isEmpty();
    }

    @Test
    void aNaturalConditionExplainsAnAlarm() {
        RaisedAlarm lowFuel = alarm("T1", "LOW_FUEL", 1);
        RaisedAlarm leak = alarm("T1", "FUEL_LEAK", 1);

        AlarmMatching matching =
                new AlarmMatching(List.of(), List.of(leak, lowFuel), lowFuel::equals);

        assertThat(matching.falseAlarms()).containsExactly(leak);
    }

    private static AlarmMatching matching(WitnessedFault fault, RaisedAlarm... alarms) {
        return new AlarmMatching(List.of(fault), List.of(alarms), alarm -> false);
    }

    private static WitnessedFault fault(
            FaultKind kind, double fromH, double untilH, String... machines) {
        int[] allTheTime = new int[(int) Math.round(60 * (untilH - fromH))];
        Arrays.fill(allTheTime, 60);
        return new WitnessedFault(injected(kind, fromH, untilH, machines), allTheTime, 150);
    }

    private static InjectedFault injected(
            FaultKind kind, double fromH, double untilH, String... machines) {
        return new InjectedFault(kind, SITE, Set.of(machines), at(fromH), at(untilH));
    }

    private static RaisedAlarm alarm(String machine, String type, double hours) {
        return new RaisedAlarm(SITE, machine, type, at(hours));
    }

    private static Instant at(double hours) {
        return START.plus(Duration.ofSeconds(Math.round(3_600 * hours)));
    }
}
