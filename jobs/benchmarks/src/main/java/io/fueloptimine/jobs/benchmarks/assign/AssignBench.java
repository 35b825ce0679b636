package io.fueloptimine.jobs.benchmarks.assign;

import io.fueloptimine.jobs.compare.run.DispatchedReadings;
import io.fueloptimine.jobs.compare.run.OrdersUnderWay;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a simulated mine whose trucks obey one dispatch, and measures the processor time of the
 * dispatch for each reading that leads to an assignment. Other load on the host does not count. Not
 * thread-safe.
 */
final class AssignBench {

    private static final long SEED = 1;
    private static final Duration ORDER_LATENCY = Duration.ofSeconds(3);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final MineSite mine;
    private final Duration warmUp;
    private final Duration measured;

    /**
     * @param warmUp simulated time without measurement
     * @param measured simulated time of the measurement
     */
    AssignBench(MineSite mine, Duration warmUp, Duration measured) {
        this.mine = mine;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** A dispatch whose assignments are measured. */
    interface Dispatch {

        /** The assignments that follow from a reading. */
        List<DispatchAssignment> accept(Reading reading);

        /** Makes a plan if one is due; not measured. */
        default void planIfDue() {}
    }

    /** The times of all calls that gave an assignment. */
    AssignTimes run(Dispatch dispatch) {
        List<MachineMessage> produced = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        DispatchedReadings readings = new DispatchedReadings(mine.site());
        OrdersUnderWay orders = new OrdersUnderWay(ORDER_LATENCY);
        Instant start = PitSettings.DEFAULT_START;
        Pit pit =
                new Pit(
                        mine,
                        new PitSettings(SEED, start, Duration.ZERO),
                        Conditions.NONE,
                        produced::add,
                        MineObserver.NONE);
        Instant end = start.plus(warmUp).plus(measured);
        for (Instant now = start; now.isBefore(end); now = now.plusSeconds(1)) {
            pit.advanceTo(now);
            orders.deliverUntil(now, pit::obey);
            for (MachineMessage message : produced) {
                Optional<Reading> reading = readings.of(message);
                if (reading.isEmpty()) {
                    continue;
                }
                long begun = THREADS.getCurrentThreadCpuTime();
                List<DispatchAssignment> assignments = dispatch.accept(reading.get());
                double tookMs = (THREADS.getCurrentThreadCpuTime() - begun) / NANOS_PER_MILLI;
                if (!assignments.isEmpty() && !now.isBefore(start.plus(warmUp))) {
                    millis.add(tookMs);
                }
                orders.send(assignments, reading.get().time());
            }
            produced.clear();
            dispatch.planIfDue();
        }
        return AssignTimes.of(millis);
    }
}
