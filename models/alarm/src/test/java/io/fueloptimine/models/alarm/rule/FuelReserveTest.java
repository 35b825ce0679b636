package io.fueloptimine.models.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.MinuteWork;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FuelReserveTest {

    @Test
    void knowsNothingInItsFirstHour() {
        assertThat(after(59, 200, 1).hours(50, 4_000, 50)).isNaN();
        assertThat(after(60, 200, 1).hours(50, 4_000, 50)).isCloseTo(10, within(1e-9));
    }

    @Test
    void countsOnlyMinutesWithTheEngineOnAllTheTime() {
        assertThat(after(200, 200, 0.9).hours(50, 4_000, 50)).isNaN();
    }

    @Test
    void expectsAtLeastTheRateAtIdle() {
        assertThat(after(60, 10, 1).hours(50, 4_000, 50)).isCloseTo(40, within(1e-9));
    }

    private static FuelReserve after(int minutes, double rateLph, double engineOnShare) {
        FuelReserve reserve = FuelReserve.NONE;
        for (int i = 0; i < minutes; i++) {
            reserve = reserve.after(minute(i, rateLph, engineOnShare));
        }
        return reserve;
    }

    private static MachineMinute minute(int i, double rateLph, double engineOnShare) {
        Instant start = Instant.EPOCH.plusSeconds(60L * i);
        return new MachineMinute(
                "pit",
                "T1",
                EquipmentKind.HAULTRUCK,
                "930E",
                start,
                start.plusSeconds(60),
                start.plusSeconds(59),
                60,
                ProductionState.HAULING,
                engineOnShare,
                0,
                50.0,
                null,
                rateLph,
                null,
                null,
                null,
                null,
                Map.of(),
                3,
                null,
                null,
                MinuteWork.UNKNOWN);
    }
}
