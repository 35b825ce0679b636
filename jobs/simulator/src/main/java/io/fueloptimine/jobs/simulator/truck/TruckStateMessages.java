package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.message.SensorResolution;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the message that a truck publishes when its state changes. */
final class TruckStateMessages {

    private TruckStateMessages() {}

    /**
     * @param before the phase before the change; null at the first message
     */
    static Map<String, Object> body(HaulTruck truck, TruckPhase before) {
        TruckPhase phase = truck.phase();
        TruckTask task = truck.task();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", phase.state().wireName());
        body.put("previousState", before == null ? null : before.state().wireName());
        body.put("locationId", truck.placeId());
        body.put("destinationId", phase.travelling() ? truck.trip().destinationId() : null);
        body.put("counterpartId", atLoadingUnit(phase) ? task.loadingStation().unit().id() : null);
        body.put("payloadT", SensorResolution.to(truck.shownPayloadT(truck.payloadT()), 0.1));
        body.put("fuelLevelPct", SensorResolution.to(truck.engine().tank().levelPct(), 0.4));
        body.put("operatorId", truck.schedule().operatorId());
        body.put("assignmentId", task.assignmentId());
        body.put("reason", truck.reason());
        return body;
    }

    private static boolean atLoadingUnit(TruckPhase phase) {
        return phase == TruckPhase.LOAD_QUEUE
                || phase == TruckPhase.SPOTTING
                || phase == TruckPhase.LOADING;
    }
}
