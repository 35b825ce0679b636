package io.fueloptimine.models.mine.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FuelWindowTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void survivesJsonWithItsUnknownsAndItsCoverage() throws IOException {
        FuelWindow window = windowOf(Double.NaN);

        FuelWindow back = MineJson.fromBytes(MineJson.toBytes(window), FuelWindow.class);

        assertThat(back).isEqualTo(window);
        assertThat(back.meanPayloadT()).isNaN();
    }

    @Test
    void isWhollyCoveredByDefault() {
        assertThat(windowOf(306).coveredS()).isEqualTo(60);
    }

    @Test
    void readsAWindowOfAnEarlierReleaseWithoutSource() throws IOException {
        String json = new String(MineJson.toBytes(windowOf(306)), StandardCharsets.UTF_8);
        assertThat(json).contains(",\"fuelSource\":\"BOTH\"");
        String earlier = json.replace(",\"fuelSource\":\"BOTH\"", "");

        FuelWindow back =
                MineJson.fromBytes(earlier.getBytes(StandardCharsets.UTF_8), FuelWindow.class);

        assertThat(back.fuelSource()).isNull();
        assertThat(back.fuelL()).isEqualTo(6.2);
    }

    private static FuelWindow windowOf(double payloadT) {
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
                6.2,
                0.28,
                16.8,
                1.1,
                payloadT,
                22.0,
                0.0,
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
