package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.Map;

/** Minutes of one truck with a tank and a fuel counter. */
final class Minutes {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private Minutes() {}

    /**
     * Minute number {@code i}.
     *
     * @param counterL null without a counter
     * @param rateLph null without a fuel rate
     */
    static MachineMinute tank(int i, double levelPct, Double counterL, Double rateLph) {
        Instant start = START.plusSeconds(60L * i);
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
                1,
                0,
                levelPct,
                counterL,
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
