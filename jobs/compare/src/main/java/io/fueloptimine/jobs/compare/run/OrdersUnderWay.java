package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Orders between dispatch and the trucks. An order arrives a fixed time after the reading for which
 * it was given. Not thread-safe.
 */
public final class OrdersUnderWay {

    private record Order(Instant arrivesAt, AssignmentMessage message) {}

    private final Duration latency;
    private final Deque<Order> orders = new ArrayDeque<>();

    /**
     * @param latency time from the truck's reading until its order arrives
     */
    public OrdersUnderWay(Duration latency) {
        this.latency = latency;
    }

    /** Sends orders for a reading. Readings must come in the order of their times. */
    public void send(List<DispatchAssignment> assignments, Instant readAt) {
        for (DispatchAssignment assignment : assignments) {
            orders.add(new Order(readAt.plus(latency), AssignmentMessage.of(assignment)));
        }
    }

    /** Delivers the orders that arrive up to the given time. */
    public void deliverUntil(Instant now, Consumer<AssignmentMessage> truck) {
        while (!orders.isEmpty() && !orders.peek().arrivesAt().isAfter(now)) {
            truck.accept(orders.poll().message());
        }
    }
}
