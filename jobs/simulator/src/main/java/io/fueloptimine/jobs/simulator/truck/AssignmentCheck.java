package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.digplan.DigProgress;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.jobs.simulator.station.Stations;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;

/** Checks whether a truck can carry out an assignment. */
final class AssignmentCheck {

    /** The reply of a truck that is sent to a face or dump whose planned tonnes are met. */
    private static final String TONNES_MET = "tonnes met";

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
        return context.activities().ownStops()
                        && truck.random().ofNextOrder().chance(DurationModel.REFUSAL_SHARE)
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
        if (station.down()) {
            return "destination down";
        }
        boolean open = context.digProgress().faceOpen(station.unit().faceId(), nowMs);
        return open ? routeObstacle(station.unit().faceId()) : TONNES_MET;
    }

    private String offloadObstacle(AssignmentMessage.Request request, long nowMs) {
        DumpStation station = stations.dumpStations().get(request.destinationId());
        if (station == null) {
            return "unknown destination " + request.destinationId();
        }
        LoadingStation source = truck.task().loadingStation();
        if (source != null) {
            String obstacle = materialObstacle(source.unit(), station.point(), nowMs);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return station.down() ? "destination down" : routeObstacle(request.destinationId());
    }

    private String materialObstacle(LoadingUnit from, DumpPoint dump, long nowMs) {
        DigProgress progress = context.digProgress();
        if (!dump.accepts(from.material()) || !progress.allows(from.faceId(), dump)) {
            return "wrong material";
        }
        boolean otherOpen =
                stations.dumpStations().values().stream()
                        .map(DumpStation::point)
                        .filter(other -> other.accepts(from.material()))
                        .filter(other -> progress.allows(from.faceId(), other))
                        .anyMatch(
                                other ->
                                        progress.dumpOpen(
                                                other.locationId(), from.material(), nowMs));
        boolean open = progress.dumpOpen(dump.locationId(), from.material(), nowMs);
        return open || !otherOpen ? null : TONNES_MET;
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
