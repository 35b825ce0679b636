package io.fueloptimine.operators.advice;

import static io.fueloptimine.operators.advice.AdviceSamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.idle.ShutdownSettings;
import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StopReason;
import java.util.List;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdviseShutdownTest {

    private KeyedTwoInputStreamOperatorTestHarness<String, Reading, FuelWindow, ShutdownAdvice>
            harness;

    @BeforeEach
    void open() throws Exception {
        harness = ShutdownHarness.of(AdviceSettings.DEFAULT);
        harness.open();
        ShutdownHarness.learnBreaks(harness, 0);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void advisesOnceAndWithdrawsTheAdviceWhenTheWaitIsOver() throws Exception {
        ShutdownHarness.stop(harness, "T02", 300);
        for (int minute = 300; minute < 310; minute++) {
            ShutdownHarness.minute(harness, "T02", minute, true);
        }
        ShutdownHarness.drive(harness, "T02", 312);

        List<ShutdownAdvice> advice = harness.extractOutputValues();
        assertThat(advice).hasSize(2);
        ShutdownAdvice open = advice.get(0);
        assertThat(open.truckId()).isEqualTo("T02");
        assertThat(open.reason()).isEqualTo(StopReason.BREAK);
        assertThat(open.since()).isEqualTo(at(300));
        assertThat(open.advisedAt()).isEqualTo(at(302));
        assertThat(open.expectedRestS()).isEqualTo(38 * 60.0);
        assertThat(open.litresPerHour()).isEqualTo(50);
        assertThat(open.endedAt()).isNull();
        assertThat(advice.get(1)).isEqualTo(open.endedAt(at(312)));
    }

    @Test
    void tellsWhenTheEngineWasSwitchedOff() throws Exception {
        ShutdownHarness.stop(harness, "T02", 300);
        for (int minute = 300; minute < 310; minute++) {
            ShutdownHarness.minute(harness, "T02", minute, minute < 305);
        }
        ShutdownHarness.drive(harness, "T02", 312);

        assertThat(harness.extractOutputValues())
                .extracting(ShutdownAdvice::engineOffAt)
                .containsExactly(null, at(305), at(305));
    }

    @Test
    void aTruckWhoseEngineIsOffGetsNoAdvice() throws Exception {
        ShutdownHarness.stop(harness, "T02", 300);
        for (int minute = 300; minute < 310; minute++) {
            ShutdownHarness.minute(harness, "T02", minute, false);
        }

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void aWaitThatIsReportedAgainIsOneWait() throws Exception {
        ShutdownHarness.stop(harness, "T02", 300);
        ShutdownHarness.stop(harness, "T02", 303);
        ShutdownHarness.stop(harness, "T02", 310);

        assertThat(harness.extractOutputValues())
                .singleElement()
                .satisfies(advice -> assertThat(advice.since()).isEqualTo(at(300)));
    }

    @Test
    void aStateFromARadioShadowDoesNotEndALaterWait() throws Exception {
        ShutdownHarness.stop(harness, "T02", 300);
        harness.processElement1(
                AdviceSamples.state("T02", 290, ProductionState.DRIVING, null),
                at(290).toEpochMilli());
        ShutdownHarness.minute(harness, "T02", 302, true);

        assertThat(harness.extractOutputValues())
                .singleElement()
                .satisfies(advice -> assertThat(advice.since()).isEqualTo(at(300)));
    }

    @Test
    void trucksOfNoMineFileHaveNoState() throws Exception {
        int before = harness.numKeyedStateEntries();
        ShutdownHarness.stop(harness, "MADE-UP", 300);

        assertThat(harness.numKeyedStateEntries()).isEqualTo(before);
    }

    @Test
    void noTimerIsLeftWhenNobodyWaits() throws Exception {
        ShutdownHarness.stop(harness, "T02", 300);
        ShutdownHarness.drive(harness, "T02", 310);
        ShutdownHarness.drive(harness, "T03", 320);

        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void isSilentWhenItIsSwitchedOff() throws Exception {
        AdviceSettings off = new AdviceSettings(0, 0, 1, 28, ShutdownSettings.DEFAULT);
        try (var silent = ShutdownHarness.of(off)) {
            silent.open();
            ShutdownHarness.learnBreaks(silent, 0);
            ShutdownHarness.stop(silent, "T02", 300);
            ShutdownHarness.minute(silent, "T02", 310, true);

            assertThat(silent.extractOutputValues()).isEmpty();
            assertThat(silent.numKeyedStateEntries()).isZero();
        }
    }
}
