package io.fueloptimine.jobs.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Injects one fault after the other, and prints a status line every 5 s. Not thread-safe: the same
 * thread must inject faults and print.
 */
final class FaultInjection {

    private static final Duration NETWORK_OUTAGE = Duration.ofSeconds(5);
    private static final long STATUS_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long TICK_NANOS = Duration.ofMillis(100).toNanos();

    private final SoakStack stack;
    private final SoakLoad load;
    private final ArrivalMonitor arrivals;
    private final SoakRun.Settings settings;
    private final Consumer<String> output;
    private final FaultSchedule schedule;
    private final List<InjectedFault> faults = new ArrayList<>();
    private final long start = System.nanoTime();
    private final Map<Fault, Long> outageEnds = new EnumMap<>(Fault.class);
    private long nextStatus;
    private long lastDistinct;
    private long lastStatus;
    private Duration elapsed = Duration.ZERO;

    FaultInjection(
            SoakStack stack,
            SoakLoad load,
            ArrivalMonitor arrivals,
            SoakRun.Settings settings,
            Consumer<String> output) {
        this.stack = stack;
        this.load = load;
        this.arrivals = arrivals;
        this.settings = settings;
        this.output = output;
        this.schedule = new FaultSchedule(settings.faults(), settings.seed());
    }

    /**
     * Injects faults at the interval of the settings until the time has elapsed, and ends outages
     * at the end.
     */
    List<InjectedFault> run() {
        long end = settings.length().toNanos();
        long nextFault = settings.every().toNanos();
        while (sinceStart() < end) {
            tick();
            if (sinceStart() >= nextFault && sinceStart() < end) {
                inject(schedule.next());
                nextFault += settings.every().toNanos();
            }
        }
        endOutages(Long.MAX_VALUE);
        elapsed = Duration.ofNanos(sinceStart());
        return faults;
    }

    /** The duration for which faults were injected. */
    Duration elapsed() {
        return elapsed;
    }

    /**
     * Prints the status until a condition holds. The method also returns if no new reading reaches
     * Kafka for the time {@code limit}. A backlog on a slow machine therefore causes no timeout,
     * but a lost reading does.
     */
    void watchUntil(Duration limit, BooleanSupplier condition) {
        long arrived = arrivals.distinct();
        long end = sinceStart() + limit.toNanos();
        while (!condition.getAsBoolean() && sinceStart() < end) {
            tick();
            if (arrivals.distinct() != arrived) {
                arrived = arrivals.distinct();
                end = sinceStart() + limit.toNanos();
            }
        }
    }

    private void tick() {
        LockSupport.parkNanos(TICK_NANOS);
        endOutages(sinceStart());
        if (sinceStart() >= nextStatus) {
            nextStatus = sinceStart() + STATUS_NANOS;
            output.accept(status());
        }
    }

    private void inject(Fault fault) {
        Duration at = Duration.ofNanos(sinceStart());
        InjectedFault injected =
                new InjectedFault(
                        faults.size() + 1, fault, at, load.offered(), arrivals.committed());
        faults.add(injected);
        arrivals.measure(injected);
        output.accept(
                clock(at) + " | #" + injected.number() + " " + settings.broker().labelOf(fault));
        stack.inject(fault);
        if (fault.isOutage()) {
            outageEnds.put(fault, sinceStart() + length(fault).toNanos());
        }
    }

    private Duration length(Fault outage) {
        return outage == Fault.SQL_SERVER ? settings.sqlOutage() : NETWORK_OUTAGE;
    }

    private void endOutages(long untilNanos) {
        outageEnds
                .entrySet()
                .removeIf(
                        outage -> {
                            boolean isOver = outage.getValue() <= untilNanos;
                            if (isOver) {
                                stack.endOutage(outage.getKey());
                            }
                            return isOver;
                        });
    }

    private String status() {
        long now = sinceStart();
        long distinct = arrivals.distinct();
        double perSecond = (distinct - lastDistinct) * 1e9 / Math.max(1, now - lastStatus);
        lastDistinct = distinct;
        lastStatus = now;
        return String.format(
                Locale.ROOT,
                "%s | handed over %,d | acknowledged %,d | in Kafka %,d (%,.0f/s) | repeats %,d",
                clock(Duration.ofNanos(now)),
                load.offered(),
                load.acknowledged(),
                distinct,
                perSecond,
                arrivals.repeats());
    }

    private static String clock(Duration time) {
        return String.format(Locale.ROOT, "%3d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    private long sinceStart() {
        return System.nanoTime() - start;
    }
}
