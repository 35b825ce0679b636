package io.fueloptimine.jobs.simulator.pit;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a truck says when it goes from one state to the next. */
final class TruckStates {

    private TruckStates() {}

    static Map<String, Object> body(HaulTruck truck, TruckPhase before) {
        TruckPhase phase = truck.phase();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", phase.state().wireName());
        body.put("previousState", before == null ? null : before.state().wireName());
        body.put("locationId", truck.place);
        body.put("destinationId", phase.travelling() ? truck.trip.destinationId() : null);
        body.put("counterpartId", atUnit(phase) ? truck.unit.unit.id() : null);
        body.put("payloadT", Rounding.to(truck.payloadT, 0.1));
        body.put("fuelLevelPct", Rounding.to(truck.engine.tank.levelPct(), 0.4));
        body.put("operatorId", truck.day.operatorId());
        body.put("assignmentId", truck.assignmentId);
        body.put("reason", truck.reason());
        return body;
    }

    private static boolean atUnit(TruckPhase phase) {
        return phase == TruckPhase.LOAD_QUEUE
                || phase == TruckPhase.SPOTTING
                || phase == TruckPhase.LOADING;
    }
}
