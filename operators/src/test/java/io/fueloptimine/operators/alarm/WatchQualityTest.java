package io.fueloptimine.operators.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.mine.quality.QualityHour;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bad data is more than 20 % rejected of 50 messages or more; 10 % and less clears it. */
class WatchQualityTest {

    private static final Instant EIGHT = Instant.parse("2026-01-05T08:00:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, QualityHour, AlarmSignal> harness;

    @BeforeEach
    void open() throws Exception {
        AlarmSettings settings = AlarmSettings.defaults();
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new WatchQuality(settings)),
                        QualityHour::machineKey,
                        Types.STRING);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void saysNothingOfFewMessagesOrAShareWithinBounds() throws Exception {
        tell(8, 10, 39);
        tell(8, 80, 20);
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void raisesOnceForTheStartOfTheHour() throws Exception {
        tell(8, 70, 30);
        tell(8, 60, 60);

        assertThat(harness.extractOutputValues())
                .singleElement()
                .satisfies(
                        signal -> {
                            assertThat(signal.at()).isEqualTo(EIGHT);
                            assertThat(signal.present()).isTrue();
                            assertThat(signal.evidence()).containsEntry("rejectedPct", 30.0);
                        });
    }

    @Test
    void isGoneWhenTheShareHasFallenAndNotRaisedAgainInThatHour() throws Exception {
        tell(8, 70, 30);
        tell(8, 200, 30);
        tell(8, 280, 30);
        tell(8, 280, 300);
        tell(9, 10, 90);

        assertThat(harness.extractOutputValues())
                .extracting(AlarmSignal::present)
                .containsExactly(true, false, true);
    }

    @Test
    void takesNoNoticeOfAnEarlierHourThatStillChanges() throws Exception {
        tell(9, 70, 30);
        tell(8, 1_000, 0);
        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    /** A machine that is heard every hour is not forgotten, however long its alarm is open. */
    @Test
    void isGoneWhenTheShareHasFallenAfterWeeks() throws Exception {
        harness.setStateTtlProcessingTime(0);
        tell(8, 70, 30);
        for (int day = 5; day <= 20; day += 5) {
            harness.setStateTtlProcessingTime(Duration.ofDays(day).toMillis());
            tell(8 + 24 * day, 70, 30);
        }
        tell(9 + 24 * 20, 100, 0);

        assertThat(harness.extractOutputValues())
                .extracting(AlarmSignal::present)
                .containsExactly(true, false);
    }

    private void tell(int oClock, long valid, long rejected) throws Exception {
        Instant start = EIGHT.plusSeconds(3_600L * (oClock - 8));
        QualityHour hour =
                new QualityHour("pit", "A", start, valid, rejected, 0, 0, 0, "decode", rejected);
        harness.processElement(hour, start.plusSeconds(1_800).toEpochMilli());
    }
}
