package io.fueloptimine.operators.alarm;

import static io.fueloptimine.operators.alarm.MachineScript.grader;
import static io.fueloptimine.operators.alarm.MachineScript.truck;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.reading.ProductionState;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A restart sets event time back, and minutes that were told before it are told again. */
class RepeatedMinutesTest {

    @Test
    void countsAMinuteThatComesAgainOnce() throws Exception {
        List<MachineMinute> once = minutes(1);
        List<MachineMinute> thrice = minutes(3);

        assertThat(Alarms.ofMinutes(thrice))
                .containsExactlyInAnyOrderElementsOf(Alarms.ofMinutes(once))
                .extracting(Alert::type)
                .contains(AlertType.LONG_IDLE, AlertType.VIBRATION);
    }

    private static List<MachineMinute> minutes(int times) {
        return Stream.of(
                        truck("idling")
                                .in(ProductionState.PARKED)
                                .idle(25)
                                .in(ProductionState.DRIVING)
                                .drive(10),
                        truck("pausing")
                                .in(ProductionState.PARKED)
                                .idle(12)
                                .in(ProductionState.DRIVING)
                                .drive(10),
                        grader("shaking").vibration(15).drive(6).vibration(4).drive(10),
                        grader("bumped").drive(5).vibration(15).drive(2).vibration(4).drive(10))
                .flatMap(story -> story.switchOff().minutes().stream())
                .sorted(Comparator.comparing(MachineMinute::start))
                .flatMap(minute -> Collections.nCopies(times, minute).stream())
                .toList();
    }
}
