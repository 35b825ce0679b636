package io.fueloptimine.models.mine.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScoredWindowTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void writesOnlyTheModelsOutputsToJson() throws Exception {
        ScoredWindow alone = new ScoredWindow(window(), 6, 0.5, 6.1, "fuel-window", "3");
        ScoredWindow both = alone.withInterval(5.5, 6.75).withChallenger(6.25, "4");

        assertThat(json(alone)).endsWith("\"modelName\":\"fuel-window\",\"modelVersion\":\"3\"}");
        assertThat(json(both))
                .endsWith(
                        "\"modelVersion\":\"3\",\"lowL\":5.5,\"highL\":6.75,\"challengerL\":6.25,"
                                + "\"challengerVersion\":\"4\"}");
        assertThat(read(json(alone))).isEqualTo(alone);
        assertThat(read(json(both))).isEqualTo(both);
    }

    @Test
    void hasNoIntervalWhereAnEndIsUnknown() {
        ScoredWindow score = new ScoredWindow(window(), 6, 0.5, 6.1, "fuel-window", "3");

        assertThat(score.withInterval(Double.NaN, 7)).isEqualTo(score);
        assertThat(score.withInterval(5, Double.NaN)).isEqualTo(score);
    }

    private static String json(ScoredWindow score) {
        return new String(MineJson.toBytes(score), StandardCharsets.UTF_8);
    }

    private static ScoredWindow read(String json) throws Exception {
        return MineJson.fromBytes(json.getBytes(StandardCharsets.UTF_8), ScoredWindow.class);
    }

    private static FuelWindow window() {
        return new FuelWindow(
                "andes",
                "T01",
                EquipmentKind.HAULTRUCK,
                "930E",
                null,
                START,
                START.plusSeconds(60),
                60,
                0,
                6.5,
                0.28,
                16.8,
                1.1,
                306,
                22,
                0,
                3_500,
                91,
                1_900,
                1,
                0,
                4.0,
                null,
                null,
                ProductionState.HAULING);
    }
}
