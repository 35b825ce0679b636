package io.fueloptimine.jobs.evaluation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NaturalConditionsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private static final MineSites MINES =
            MineSites.of(MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml")));

    private final TrueLoads loads = new TrueLoads(MINES, AlarmSettings.DEFAULT);
    private final NaturalConditions natural = new NaturalConditions(MINES, loads);

    @Test
    void aBreakdownExplainsItsSignsBefore() {
        natural.observe(reading("state", 120, "\"state\":\"Stopped\",\"reason\":\"DOWN\""));

        assertThat(explains("FAILING_MACHINE", "T01", 60)).isTrue();
        assertThat(explains("FAILING_MACHINE", "T01", 40)).isFalse();
        assertThat(explains("FAILING_MACHINE", "T02", 60)).isFalse();
        assertThat(explains("FUEL_LEAK", "T01", 60)).isFalse();
    }

    @Test
    void aLowTankExplainsLowFuelUntilHalfAnHourLater() {
        natural.observe(reading("telemetry", 60, "\"fuelLevelPct\":12.8"));

        assertThat(explains("LOW_FUEL", "T01", 59)).isFalse();
        assertThat(explains("LOW_FUEL", "T01", 90)).isTrue();
        assertThat(explains("LOW_FUEL", "T01", 91)).isFalse();
    }

    @Test
    void idlingExplainsItsAlarmAfterTenMinutesOnly() {
        for (int minute = 0; minute <= 30; minute++) {
            int rpm = minute < 9 || minute >= 15 ? 720 : 0;
            String fields =
                    "\"engineRpm\":" + rpm + ",\"speedKph\":0,\"productionState\":\"Stopped\"";
            natural.observe(reading("telemetry", minute, fields));
        }

        assertThat(explains("LONG_IDLE", "T01", 8)).isFalse();
        assertThat(explains("LONG_IDLE", "T01", 28)).isTrue();
    }

    @Test
    void onlyALoadOnTheRoadExplainsOverload() {
        natural.observe(load(10, "Loading", 330));
        natural.observe(load(20, "Hauling", 315));
        assertThat(explains("OVERLOAD", "T01", 21)).isFalse();

        natural.observe(load(30, "Hauling", 320));
        assertThat(explains("OVERLOAD", "T01", 31)).isTrue();
    }

    @Test
    void aBreakdownThatTheRunEndsBeforeHasSigns() {
        natural.observe(reading("telemetry", 60, "\"engineRpm\":1500,\"oilPressureKpa\":140"));
        natural.observe(reading("telemetry", 120, "\"vibrationRmsMmS\":11"));

        assertThat(explains("FAILING_MACHINE", "T01", 62)).isTrue();
        assertThat(explains("FAILING_MACHINE", "T01", 122)).isFalse();
        assertThat(explains("VIBRATION", "T01", 122)).isTrue();
    }

    @Test
    void trueLoadsThatBreakThePolicyExplainTheAlarmOfTheUnit() {
        for (int i = 0; i < 20; i++) {
            haul("SH01", i, i < 3 ? 325 : 300);
            haul("SH02", i, i < 2 ? 325 : 300);
            haul("WL05", i, 310);
        }

        assertThat(explains("OVERLOAD", "SH01", 200)).isTrue();
        assertThat(explains("OVERLOAD", "SH02", 200)).isFalse();
        assertThat(explains("OVERLOAD", "WL05", 200)).isTrue();
        assertThat(explains("UNDERLOAD", "WL05", 200)).isFalse();
        assertThat(explains("OVERLOAD", "SH01", 13 * 60)).isFalse();
    }

    /** The truck T01 has a nominal payload of 290 t. */
    private void haul(String unitId, int load, double tonnes) {
        long atMs = START.plusSeconds(600L * (load + 1)).toEpochMilli();
        loads.add(
                "andes",
                new HauledLoad("T01", unitId, "FACE-1", Material.ORE, "CRUSHER", tonnes, atMs));
    }

    private boolean explains(String type, String machine, int minute) {
        return natural.explain(type, "andes", machine, START.plusSeconds(60L * minute));
    }

    private static Reading load(int minute, String state, double payloadT) {
        return reading(
                "telemetry",
                minute,
                String.format(
                        Locale.ROOT,
                        "\"equipmentClass\":\"930E\",\"productionState\":\"%s\",\"payloadT\":%.1f",
                        state,
                        payloadT));
    }

    private static Reading reading(String stream, int minute, String fields) {
        Instant time = START.plusSeconds(60L * minute);
        String json = "{\"time\":\"" + time + "\",\"sequence\":" + minute + "," + fields + "}";
        RawMessage message =
                new RawMessage(
                        "andes/v1/haultruck/T01/" + stream,
                        json.getBytes(StandardCharsets.UTF_8),
                        time,
                        false);
        return ((DecodeResult.Readable) new MessageDecoder().decode(message)).reading();
    }
}
