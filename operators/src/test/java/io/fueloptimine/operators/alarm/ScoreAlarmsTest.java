package io.fueloptimine.operators.alarm;

import static io.fueloptimine.operators.alarm.MachineScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.operators.Scores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Alarms from scores and from hours of quality, a story per machine, played once. */
class ScoreAlarmsTest {

    private static final List<Alert> ALERTS = new ArrayList<>();

    @BeforeAll
    static void playTheMine() throws Exception {
        ALERTS.addAll(Alarms.ofScoresAndHours(scores(), hours()));
    }

    private static List<QualityHour> hours() {
        Instant next = START.plusSeconds(3_600);
        return List.of(
                new QualityHour("andes", "babbling", START, 70, 30, 0, 0, 0, "decode", 20),
                new QualityHour("andes", "babbling", next, 95, 5, 0, 0, 0, "decode", 5));
    }

    private static List<ScoredWindow> scores() {
        List<ScoredWindow> scores = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            Instant start = START.plusSeconds(60L * minute);
            boolean sick = minute >= 20 && minute < 35;
            scores.add(Scores.of("hungry", start, 5, sick ? 6.8 : 5.2));
            scores.add(Scores.of("stuttering", start, 5, sick ? 6.8 : 5.2));
            scores.add(Scores.of("stuttering", start, 5, sick ? 6.8 : 5.2));
            scores.add(Scores.of("uneven", start, 5, minute % 2 == 0 ? 6.8 : 4.9));
            scores.add(Scores.of("standing", start, 0.5, 0.9));
            // An even number in all, so that each machine stays in one of the two subtasks.
            scores.add(Scores.ofDozer("pushing", start, 1.75, sick ? 2.4 : 1.6));
            scores.add(Scores.ofDozer("ripping", start, 1.75, sick ? 2.4 : 1.6));
            scores.add(Scores.revised(Scores.of("revised", start, 5, 7)));
        }
        return scores;
    }

    @Test
    void raisesExcessFuelForBadWindowsInASpanAndClearsItAfterAsManyGoodOnes() {
        List<Alert> alerts = of("hungry");
        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0).type()).isEqualTo(AlertType.EXCESS_FUEL);
        assertThat(alerts.get(0).raisedAt()).isEqualTo(minute(30));
        assertThat(alerts.get(1).clearedAt()).isBetween(minute(45), minute(55));
    }

    @Test
    void judgesNoMachineByAMeanRate() {
        assertThat(of("pushing")).isEmpty();
        assertThat(of("ripping")).isEmpty();
    }

    @Test
    void countsAMinuteThatComesAgainOnce() {
        assertThat(of("stuttering").get(0).raisedAt()).isEqualTo(of("hungry").get(0).raisedAt());
    }

    @Test
    void raisesBadDataForTheHourItWasFoundInAndClearsItInABetterOne() {
        List<Alert> alerts = of("babbling");
        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0).alertId())
                .isEqualTo("BAD_DATA/andes/babbling/" + START.toEpochMilli());
        assertThat(alerts.get(0).message())
                .isEqualTo(
                        "30 % of messages rejected: 30 of 100 in this hour, most by"
                                + " rule decode");
        assertThat(alerts.get(1).alertId()).isEqualTo(alerts.get(0).alertId());
        assertThat(alerts.get(1).clearedAt()).isAfter(START.plusSeconds(3_600));
    }

    @Test
    void raisesNoExcessForSingleBadWindowsLowBurnOrRevisedWindows() {
        assertThat(of("uneven")).isEmpty();
        assertThat(of("standing")).isEmpty();
        assertThat(of("revised")).isEmpty();
    }

    private static List<Alert> of(String machineId) {
        return ALERTS.stream().filter(alert -> alert.machineId().equals(machineId)).toList();
    }

    private static Instant minute(int minutes) {
        return START.plusSeconds(60L * minutes);
    }
}
