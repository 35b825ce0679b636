package io.fueloptimine.jobs.simulator.delivery;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.ClockSkew;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.SensorBias;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.SilentSensor;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.StuckSensor;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Applies faults on board a machine to its messages: silent machines, stuck and biased sensors and
 * wrong clocks. Not thread-safe, because this object stores the first value of faulty sensors.
 */
final class SensorFaults {

    private static final String COUNTER = "totalFuelUsedL";

    /** Keeps JSON texts short. */
    private static final double DECIMALS = 10_000;

    private final ActiveFaults<SilentSensor> silences;
    private final ActiveFaults<StuckSensor> stuckSensors;
    private final ActiveFaults<SensorBias> biases;
    private final ActiveFaults<ClockSkew> skews;
    private final Map<String, Object> stuckValues = new HashMap<>();
    private final Map<String, Double> firstCounts = new HashMap<>();

    SensorFaults(Scenario scenario, Instant scenarioStart) {
        silences = new ActiveFaults<>(SilentSensor.class, scenario, scenarioStart);
        stuckSensors = new ActiveFaults<>(StuckSensor.class, scenario, scenarioStart);
        biases = new ActiveFaults<>(SensorBias.class, scenario, scenarioStart);
        skews = new ActiveFaults<>(ClockSkew.class, scenario, scenarioStart);
    }

    /** The message that the machine sends; empty when the machine is silent. */
    Optional<MachineMessage> apply(MachineMessage message) {
        if (!silences.on(message).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(skewed(stuck(biased(message)), message));
    }

    private MachineMessage biased(MachineMessage message) {
        if (message.stream() != ReadingStream.TELEMETRY) {
            return message;
        }
        MachineMessage result = message;
        for (ActiveFaults.Numbered<SensorBias> fault : biases.on(message)) {
            String field = fault.fault().field();
            if (result.body().get(field) instanceof Double value) {
                String sensor = fault.draw() + "/" + message.machineId();
                result = withField(result, field, biased(fault.fault(), sensor, value));
            }
        }
        return result;
    }

    private double biased(SensorBias bias, String sensor, double value) {
        double from = 0;
        if (COUNTER.equals(bias.field())) {
            Double first = firstCounts.putIfAbsent(sensor, value);
            from = first == null ? value : first;
        }
        double shown = from + (value - from) * bias.factor() + bias.offset();
        return Math.rint(shown * DECIMALS) / DECIMALS;
    }

    private MachineMessage stuck(MachineMessage message) {
        if (message.stream() != ReadingStream.TELEMETRY) {
            return message;
        }
        MachineMessage result = message;
        for (ActiveFaults.Numbered<StuckSensor> fault : stuckSensors.on(message)) {
            String field = fault.fault().field();
            Object value = message.body().get(field);
            if (value != null) {
                String sensor = fault.draw() + "/" + message.machineId();
                Object first = stuckValues.putIfAbsent(sensor, value);
                result = withField(result, field, first == null ? value : first);
            }
        }
        return result;
    }

    private static MachineMessage withField(MachineMessage message, String field, Object value) {
        Map<String, Object> body = new LinkedHashMap<>(message.body());
        body.put(field, value);
        return withTimeAndBody(message, message.time(), body);
    }

    private MachineMessage skewed(MachineMessage message, MachineMessage original) {
        Duration skew = Duration.ZERO;
        for (ActiveFaults.Numbered<ClockSkew> fault : skews.on(original)) {
            skew = skew.plus(fault.fault().skew());
        }
        if (skew.isZero()) {
            return message;
        }
        Map<String, Object> body = new LinkedHashMap<>(message.body());
        Duration total = skew;
        body.replaceAll((name, value) -> value instanceof Instant at ? at.plus(total) : value);
        return withTimeAndBody(message, message.time().plus(skew), body);
    }

    private static MachineMessage withTimeAndBody(
            MachineMessage message, Instant time, Map<String, Object> body) {
        return new MachineMessage(
                message.kind(),
                message.machineId(),
                message.stream(),
                message.sequence(),
                time,
                body);
    }
}
