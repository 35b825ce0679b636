package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.jobs.simulator.station.Stations;
import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.Task;

/** Checks whether a truck can carry out an assignment. */
final class AssignmentCheck {

    private final PitContext context;
    private final Stations stations;
    private final HaulTruck truck;

    AssignmentCheck(PitContext context, Stations stations, HaulTruck truck) {
        this.context = context;
        this.stations = stations;
        this.truck = truck;
    }

    /** The reason for which the truck rejects the assignment; null when the truck accepts it. */
    String rejection(AssignmentMessage.Request request, Task task, long nowMs) {
        if (request.validUntil() != null && request.validUntil().toEpochMilli() < nowMs) {
            return "expired";
        }
        if ("DOWN".equals(truck.reason()) || context.down(truck.id(), nowMs)) {
            return "truck down";
        }
        String obstacle = obstacle(request, task, nowMs);
        if (obstacle != null) {
            return obstacle;
        }
        return truck.random().ofNextOrder().chance(DurationModel.REFUSAL_SHARE)
                ? "operator's preference"
                : null;
    }

    private String obstacle(AssignmentMessage.Request request, Task task, long nowMs) {
        return switch (task) {
            case LOAD -> loadObstacle(request, nowMs);
            case OFFLOAD -> offloadObstacle(request, nowMs);
            case FUEL, PARK -> routeObstacle(request.destinationId());
            case WAIT -> null;
        };
    }

    private String loadObstacle(AssignmentMessage.Request request, long nowMs) {
        LoadingStation station = stations.loadingStations().get(request.destinationEquipmentId());
        if (station == null) {
            return "unknown destination " + request.destinationEquipmentId();
        }
        if (context.down(station.unit().id(), nowMs)) {
            return "destination down";
        }
        return routeObstacle(station.unit().faceId());
    }

    private String offloadObstacle(AssignmentMessage.Request request, long nowMs) {
        DumpStation station = stations.dumpStations().get(request.destinationId());
        if (station == null) {
            return "unknown destination " + request.destinationId();
        }
        LoadingStation source = truck.task().loadingStation();
        if (source != null && !station.point().accepts(source.unit().material())) {
            return "wrong material";
        }
        return station.down(nowMs) ? "destination down" : routeObstacle(request.destinationId());
    }

    private String routeObstacle(String destinationId) {
        if (destinationId == null) {
            return null;
        }
        if (!context.roads().contains(destinationId)) {
            return "unknown destination " + destinationId;
        }
        return context.roads().shortest(truck.placeId(), destinationId).isEmpty()
                ? "road closed"
                : null;
    }
}
