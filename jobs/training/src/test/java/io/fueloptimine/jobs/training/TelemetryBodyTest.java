package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Telemetry;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelemetryBodyTest {

    @Test
    void readsEveryFieldAsJsonWouldBeRead() {
        Map<String, Object> body = new LinkedHashMap<>();
        double value = 1.5;
        for (RecordComponent field : Telemetry.class.getRecordComponents()) {
            body.put(field.getName(), field.getType() == String.class ? "X" : (Object) value++);
        }
        body.put("productionState", "Hauling");

        Telemetry telemetry = TelemetryBody.telemetry(body);

        assertThat(telemetry)
                .isEqualTo(MineJson.mapper().convertValue(body, Telemetry.class))
                .hasNoNullFieldsOrProperties();
        assertThat(telemetry.productionState()).isEqualTo(ProductionState.HAULING);
    }

    @Test
    void leavesNullWhatIsNotThere() {
        assertThat(TelemetryBody.telemetry(Map.of())).hasAllNullFieldsOrProperties();
    }
}
