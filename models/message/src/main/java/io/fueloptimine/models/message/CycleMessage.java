package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import java.time.Instant;
import java.util.List;

/**
 * The message body of a haul cycle recorded by a fleet management system; every field may be
 * absent. The topic determines truck and site; the time of the message is the end of dumping.
 */
record CycleMessage(
        String equipmentClass,
        String operatorId,
        String loadingUnitId,
        String loadLocationId,
        String dumpLocationId,
        Instant assignedAt,
        Instant loadArrivedAt,
        Instant fullAt,
        Instant dumpArrivedAt,
        Instant emptyAt,
        Double payloadT,
        Double loadingScaleT,
        Double scaleT,
        Double emptyTravelS,
        Double loadQueueS,
        Double spotS,
        Double loadingS,
        Double fullTravelS,
        Double dumpQueueS,
        Double dumpingS,
        Double hangS,
        Double emptyDistanceM,
        Double fullDistanceM,
        Double efhEmptyM,
        Double efhFullM,
        Double liftM,
        Double fuelL) {

    private static final String SOURCE = "fms";

    /** Converts the message to a haul cycle. Absent durations and distances become 0. */
    HaulCycle toCycle(MessageTopic topic, Instant time) throws InvalidFieldException {
        RequiredField.check("payloadT", payloadT);
        return new HaulCycle(
                MachineKey.textOf(topic.site(), topic.machineId()) + "@" + time,
                topic.site(),
                topic.machineId(),
                equipmentClass,
                operatorId,
                loadingUnitId,
                loadLocationId,
                dumpLocationId,
                assignedAt,
                loadArrivedAt,
                fullAt,
                dumpArrivedAt,
                time,
                payloadT,
                loadingScaleT,
                scaleT,
                orZero(emptyTravelS),
                orZero(loadQueueS),
                orZero(spotS),
                orZero(loadingS),
                orZero(fullTravelS),
                orZero(dumpQueueS),
                orZero(dumpingS),
                orZero(hangS),
                orZero(emptyDistanceM),
                orZero(fullDistanceM),
                efhEmptyM,
                efhFullM,
                liftM,
                fuelL,
                SOURCE,
                List.of(),
                null);
    }

    private static double orZero(Double value) {
        return value == null ? 0.0 : value;
    }
}
