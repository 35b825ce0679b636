package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Converts simulated telemetry and state changes of haul trucks to the readings that job ingest
 * would write for them. No MQTT broker is needed.
 */
final class HistoryReadings implements Consumer<MachineMessage> {

    private final String site;
    private final Consumer<Reading> readings;

    /**
     * @param readings receives each reading, in the order of the messages
     */
    HistoryReadings(String site, Consumer<Reading> readings) {
        this.site = site;
        this.readings = readings;
    }

    @Override
    public void accept(MachineMessage message) {
        if (message.kind() != EquipmentKind.HAULTRUCK) {
            return;
        }
        if (message.stream() == ReadingStream.TELEMETRY) {
            readings.accept(reading(message, TelemetryBody.telemetry(message.body()), null));
        } else if (message.stream() == ReadingStream.STATE) {
            StateChange change = MineJson.mapper().convertValue(message.body(), StateChange.class);
            readings.accept(reading(message, null, change));
        }
    }

    private Reading reading(MachineMessage message, Telemetry telemetry, StateChange change) {
        return new Reading(
                site,
                message.kind(),
                message.machineId(),
                message.stream(),
                message.sequence(),
                message.time(),
                message.time(),
                false,
                List.of(),
                telemetry,
                change,
                null,
                null,
                null,
                null);
    }
}
