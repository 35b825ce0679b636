package io.fueloptimine.jobs.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The time in which parts are killed, told every five seconds. Not thread-safe: one thread watches
 * and kills.
 */
final class FaultInjection {

    private static final Duration NETWORK_HOLE = Duration.ofSeconds(5);
    private static final long TELL_EVERY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long TICK_NANOS = Duration.ofMillis(100).toNanos();
    private static final long NEVER = Long.MAX_VALUE;

    private final SoakStack stack;
    private final SoakLoad load;
    private final ArrivalMonitor arrivals;
    private final SoakRun.Settings settings;
    private final Consumer<String> say;
    private final FaultSchedule deck;
    private final List<InjectedFault> injuries = new ArrayList<>();
    private final long start = System.nanoTime();
    private long mendAt = NEVER;
    private long nextTold;
    private long lastDistinct;
    private long lastTold;
    private Duration elapsed = Duration.ZERO;

    FaultInjection(
            SoakStack stack,
            SoakLoad load,
            ArrivalMonitor arrivals,
            SoakRun.Settings settings,
            Consumer<String> say) {
        this.stack = stack;
        this.load = load;
        this.arrivals = arrivals;
        this.settings = settings;
        this.say = say;
        this.deck = new FaultSchedule(settings.faults(), settings.seed());
    }

    /** Breaks something every so often until the time is up; nothing is left cut. */
    List<InjectedFault> endure() {
        long end = settings.length().toNanos();
        long nextFault = settings.every().toNanos();
        while (sinceStart() < end) {
            tick();
            if (sinceStart() >= nextFault && sinceStart() < end) {
                injure(deck.next());
                nextFault += settings.every().toNanos();
            }
        }
        mend();
        elapsed = Duration.ofNanos(sinceStart());
        return injuries;
    }

    /** How long the faults lasted. */
    Duration elapsed() {
        return elapsed;
    }

    /**
     * Goes on telling until a condition holds, or nothing new has arrived in Kafka for as long as
     * the limit: a backlog may take its time, however slow the machine, but a loss must not.
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
        if (sinceStart() >= mendAt) {
            mend();
        }
        if (sinceStart() >= nextTold) {
            nextTold = sinceStart() + TELL_EVERY_NANOS;
            say.accept(status());
        }
    }

    private void injure(Fault fault) {
        Duration at = Duration.ofNanos(sinceStart());
        InjectedFault injury =
                new InjectedFault(
                        injuries.size() + 1, fault, at, load.offered(), arrivals.committed());
        injuries.add(injury);
        arrivals.watch(injury);
        say.accept(clock(at) + " | #" + injury.number() + " " + settings.broker().labelOf(fault));
        stack.inject(fault);
        if (fault == Fault.NETWORK) {
            mendAt = sinceStart() + NETWORK_HOLE.toNanos();
        }
    }

    private void mend() {
        stack.restoreNetwork();
        mendAt = NEVER;
    }

    private String status() {
        long now = sinceStart();
        long distinct = arrivals.distinct();
        double perSecond = (distinct - lastDistinct) * 1e9 / Math.max(1, now - lastTold);
        lastDistinct = distinct;
        lastTold = now;
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
