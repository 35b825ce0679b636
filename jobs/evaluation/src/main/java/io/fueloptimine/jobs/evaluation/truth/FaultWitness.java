package io.fueloptimine.jobs.evaluation.truth;

import io.fueloptimine.jobs.evaluation.scenario.FaultKind;
import io.fueloptimine.jobs.evaluation.scenario.InjectedFault;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Observes one simulated mine before the faults of sensors and delivery: how long machines worked
 * during their faults and how much fuel was stolen. Not thread-safe.
 */
public final class FaultWitness {

    private static final double MOVING_KPH = 5;
    private static final double OVERLOAD = 1.1;
    private static final double STEEP_PCT = 4;

    private final MineSite mine;
    private final int samplingS;
    private final DoubleSupplier stolenL;
    private final List<Observed> faults = new ArrayList<>();

    /**
     * @param sampling time between two telemetry messages of a machine
     * @param end end of the run
     * @param stolenL all fuel that was stolen in the mine so far, L
     */
    public FaultWitness(
            MineSite mine,
            List<InjectedFault> faults,
            Duration sampling,
            Instant end,
            DoubleSupplier stolenL) {
        this.mine = mine;
        samplingS = (int) sampling.toSeconds();
        this.stolenL = stolenL;
        faults.forEach(fault -> this.faults.add(new Observed(fault, end)));
    }

    /** Observes a message as the machine produced it. */
    public void observe(MachineMessage message) {
        if (message.stream() != ReadingStream.TELEMETRY || number(message, "engineRpm") <= 0) {
            return;
        }
        for (Observed observed : faults) {
            InjectedFault fault = observed.fault;
            if (fault.affects(fault.site(), message.machineId())
                    && hasEffect(fault.kind(), message)) {
                observed.worked(message.time(), samplingS);
            }
        }
    }

    /** Whether the fault changes what the machine does or shows at this moment. */
    private boolean hasEffect(FaultKind kind, MachineMessage message) {
        return switch (kind) {
            case OVERLOAD -> isOverloaded(message);
            case SPEEDING ->
                    ProductionState.HAULING.wireName().equals(message.body().get("productionState"))
                            && number(message, "gradePct") <= -STEEP_PCT
                            && number(message, "speedKph") > MOVING_KPH;
            default -> true;
        };
    }

    private boolean isOverloaded(MachineMessage message) {
        return ProductionState.HAULING.wireName().equals(message.body().get("productionState"))
                && mine.truck(message.machineId())
                        .map(truck -> mine.truckClass(truck.className()).payloadT())
                        .filter(nominalT -> number(message, "payloadT") > OVERLOAD * nominalT)
                        .isPresent();
    }

    private static double number(MachineMessage message, String field) {
        return message.body().get(field) instanceof Double value ? value : 0;
    }

    /** Observes the mine at a time; times increase. */
    public void observe(Instant now) {
        for (Observed observed : faults) {
            if (observed.fault.kind() == FaultKind.THEFT && observed.isNear(now)) {
                observed.stolen(now, stolenL.getAsDouble());
            }
        }
    }

    /** The faults with what was observed. */
    public List<WitnessedFault> faults() {
        return faults.stream()
                .map(observed -> new WitnessedFault(observed.fault, observed.on, observed.stolen()))
                .toList();
    }

    private static final class Observed {

        private final InjectedFault fault;
        private final int[] on;
        private double stolenBeforeL;
        private double stolenAfterL;

        Observed(InjectedFault fault, Instant end) {
            this.fault = fault;
            Instant last = fault.until().isBefore(end) ? fault.until() : end;
            on = new int[(int) Math.max(0, Duration.between(fault.from(), last).toMinutes())];
        }

        void worked(Instant at, int seconds) {
            long minute = Math.floorDiv(Duration.between(fault.from(), at).toSeconds(), 60);
            if (minute >= 0 && minute < on.length) {
                on[(int) minute] += seconds;
            }
        }

        boolean isNear(Instant now) {
            return !now.isBefore(fault.from().minusSeconds(1))
                    && !now.isAfter(fault.until().plusSeconds(1));
        }

        void stolen(Instant now, double litres) {
            if (now.isBefore(fault.from())) {
                stolenBeforeL = litres;
            }
            stolenAfterL = litres;
        }

        double stolen() {
            return stolenAfterL - stolenBeforeL;
        }
    }
}
