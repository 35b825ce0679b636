package io.fueloptimine.jobs.evaluation.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.evaluation.match.RaisedAlarm;
import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSites;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FixedThresholdsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final FixedThresholds thresholds = new FixedThresholds(MineSites.none());

    @Test
    void raisesAnAlarmAgainOnlyAfterItsConditionWasAbsentForFiveMinutes() {
        for (int second = 0; second <= 3_000; second += 10) {
            boolean hot = second >= 600 && second < 900 || second == 1_100 || second >= 2_000;
            check(second, "\"coolantTempC\":" + (hot ? 101 : 95));
        }

        assertThat(thresholds.alarms())
                .containsExactly(alarm("FAILING_MACHINE", 600), alarm("FAILING_MACHINE", 2_000));
    }

    @Test
    void aMachineIsSilentAfterAMinute() {
        check(0, "\"speedKph\":10");
        check(60, "\"speedKph\":10");
        check(600, "\"speedKph\":10");

        assertThat(thresholds.alarms()).containsExactly(alarm("SILENT_SENSOR", 120));
    }

    @Test
    void aLevelThatFallsFastIsATheftAndAFillingIsNot() {
        check(0, "\"fuelLevelPct\":50");
        check(50, "\"fuelLevelPct\":80");
        check(100, "\"fuelLevelPct\":77");
        assertThat(thresholds.alarms()).isEmpty();

        check(150, "\"fuelLevelPct\":76.8");
        assertThat(thresholds.alarms()).containsExactly(alarm("FUEL_THEFT", 150));
    }

    @Test
    void aRateThatRepeatsItselfForFiveMinutesIsStuck() {
        for (int second = 0; second <= 310; second += 10) {
            check(second, "\"fuelRateLph\":120.5");
        }

        assertThat(thresholds.alarms()).containsExactly(alarm("STUCK_SENSOR", 300));
    }

    private static RaisedAlarm alarm(String type, int second) {
        return new RaisedAlarm("andes", "T01", type, START.plusSeconds(second));
    }

    private void check(int second, String fields) {
        Instant time = START.plusSeconds(second);
        String json = "{\"time\":\"" + time + "\",\"sequence\":" + second + "," + fields + "}";
        RawMessage message =
                new RawMessage(
                        "andes/v1/haultruck/T01/telemetry",
                        json.getBytes(StandardCharsets.UTF_8),
                        time,
                        false);
        Reading reading = ((DecodeResult.Readable) new MessageDecoder().decode(message)).reading();
        thresholds.check(reading);
    }
}
