package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.Location;
import io.fueloptimine.models.mine.LocationKind;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The assignments a truck has been given: judges them, answers, and keeps what it accepted. */
final class TruckOrders {

    private static final long LONGEST_WAIT_MS = 1_200_000;

    private final PitWorld world;
    private final HaulTruck truck;
    private Order empty;
    private Order offload;
    private Order diversion;
    private String parkReason = "SHIFT_CHANGE";
    private boolean resting;
    private String answeredId;

    TruckOrders(PitWorld world, HaulTruck truck) {
        this.world = world;
        this.truck = truck;
    }

    /** Judges one assignment, answers it, and takes it over when it suits. */
    void receive(AssignmentMessage.Request request, long nowMs) {
        if (request.assignmentId() == null || request.assignmentId().equals(answeredId)) {
            return;
        }
        answeredId = request.assignmentId();
        Optional<Task> task =
                request.task() == null ? Optional.empty() : Task.fromWireName(request.task());
        String refusal =
                task.isEmpty()
                        ? "unknown task " + request.task()
                        : refusal(request, task.get(), nowMs);
        reply(request.assignmentId(), refusal, nowMs);
        if (refusal == null) {
            world.tally.accepted++;
            accept(orderOf(request, task.get()), nowMs);
        } else {
            world.tally.rejected++;
        }
    }

    /** The accepted order that an empty truck should follow now; null without a valid one. */
    Order nextEmpty(long nowMs) {
        Order order = empty;
        empty = null;
        boolean usable =
                order != null
                        && order.validUntilMs() >= nowMs
                        && (order.task() != Task.LOAD || !world.down(order.unitId(), nowMs));
        return usable ? order : null;
    }

    /** The accepted order that a full truck should follow now; null without a valid one. */
    Order nextOffload(Material material, long nowMs) {
        Order order = offload;
        offload = null;
        boolean usable =
                order != null
                        && order.validUntilMs() >= nowMs
                        && world.dumpPlaces.get(order.destinationId()).point.accepts() == material
                        && !world.dumpPlaces.get(order.destinationId()).down(nowMs);
        return usable ? order : null;
    }

    /** The order to turn off for at this crossing; null to go on. */
    Order diversion() {
        Order order = diversion;
        diversion = null;
        return order;
    }

    void parkFor(String reason) {
        parkReason = reason;
    }

    String parkReason() {
        return parkReason;
    }

    /** The truck has reached its parking. */
    void parkHere(long nowMs) {
        if ("SHIFT_CHANGE".equals(parkReason)) {
            long changeMs = Math.round(1_000 * Habits.CHANGE_OVER.draw(truck.dice));
            truck.park("SHIFT_CHANGE", nowMs + changeMs, true, nowMs);
        } else if ("PARK".equals(parkReason)) {
            resting = true;
            truck.park("STANDBY", nowMs + Habits.PARK_PATIENCE_MS, false, nowMs);
        } else {
            truck.park("STANDBY", HaulTruck.NEVER, false, nowMs);
        }
    }

    void waitHere(Order order, long nowMs) {
        resting = true;
        long until = Math.min(order.validUntilMs(), nowMs + LONGEST_WAIT_MS);
        truck.stand("STANDBY", Math.max(until, nowMs + 1_000), null, true, nowMs);
    }

    void released() {
        resting = false;
    }

    /** Where a PARK order leads; null for the nearest parking. */
    String parkingOf(Order order) {
        Location location = world.ways.location(order.destinationId());
        return location != null && location.kind() == LocationKind.PARKING ? location.id() : null;
    }

    List<Order> pending() {
        return Stream.of(empty, offload, diversion).filter(Objects::nonNull).toList();
    }

    void resume(List<Order> pending, boolean ordered) {
        resting = ordered;
        for (Order order : pending) {
            if (order.task() == Task.OFFLOAD) {
                offload = order;
            } else {
                empty = order;
            }
        }
    }

    boolean resting() {
        return resting;
    }

    private void accept(Order order, long nowMs) {
        TruckPhase phase = truck.phase();
        boolean offloading = order.task() == Task.OFFLOAD;
        if (offloading && phase == TruckPhase.HAULING
                || !offloading && phase == TruckPhase.TO_LOAD) {
            diversion = order;
        } else if (offloading) {
            offload = order;
        } else {
            empty = order;
            if (resting && phase.resting()) {
                resting = false;
                truck.driver.decide(nowMs);
            }
        }
    }

    private String refusal(AssignmentMessage.Request request, Task task, long nowMs) {
        if (request.validUntil() != null && request.validUntil().toEpochMilli() < nowMs) {
            return "expired";
        }
        if ("DOWN".equals(truck.reason()) || world.down(truck.id(), nowMs)) {
            return "truck down";
        }
        String misfit = misfit(request, task, nowMs);
        if (misfit != null) {
            return misfit;
        }
        return truck.dice.chance(Habits.REFUSAL_SHARE) ? "operator's preference" : null;
    }

    private String misfit(AssignmentMessage.Request request, Task task, long nowMs) {
        return switch (task) {
            case LOAD -> loadMisfit(request, nowMs);
            case OFFLOAD -> offloadMisfit(request, nowMs);
            case FUEL, PARK -> wayMisfit(request.destinationId());
            case WAIT -> null;
        };
    }

    private String loadMisfit(AssignmentMessage.Request request, long nowMs) {
        LoadingPlace place = world.loadingPlaces.get(request.destinationEquipmentId());
        if (place == null) {
            return "unknown destination " + request.destinationEquipmentId();
        }
        if (world.down(place.unit.id(), nowMs)) {
            return "destination down";
        }
        return wayMisfit(place.unit.faceId());
    }

    private String offloadMisfit(AssignmentMessage.Request request, long nowMs) {
        DumpPlace place = world.dumpPlaces.get(request.destinationId());
        if (place == null) {
            return "unknown destination " + request.destinationId();
        }
        boolean wrong = truck.unit != null && place.point.accepts() != truck.unit.unit.material();
        if (wrong) {
            return "wrong material";
        }
        return place.down(nowMs) ? "destination down" : wayMisfit(request.destinationId());
    }

    private String wayMisfit(String destinationId) {
        if (destinationId == null) {
            return null;
        }
        if (!world.ways.knows(destinationId)) {
            return "unknown destination " + destinationId;
        }
        return world.ways.way(truck.place, destinationId).isEmpty() ? "road closed" : null;
    }

    private static Order orderOf(AssignmentMessage.Request request, Task task) {
        return new Order(
                request.assignmentId(),
                task,
                request.destinationId(),
                request.destinationEquipmentId(),
                request.route() == null ? List.of() : List.copyOf(request.route()),
                request.validUntil() == null
                        ? Long.MAX_VALUE
                        : request.validUntil().toEpochMilli());
    }

    private void reply(String assignmentId, String refusal, long nowMs) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("assignmentId", assignmentId);
        body.put("status", refusal == null ? "Accepted" : "Rejected");
        body.put("detail", refusal);
        truck.voice.say(ReadingStream.REPLY, nowMs, body);
    }
}
