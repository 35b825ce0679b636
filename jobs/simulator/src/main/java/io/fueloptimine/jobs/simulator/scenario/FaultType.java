package io.fueloptimine.jobs.simulator.scenario;

import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.ClockSkew;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.CorruptPayload;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.DuplicateDelivery;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.OutOfOrder;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.RadioShadow;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.SensorBias;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.SilentSensor;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.StuckSensor;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.InjectorWear;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.LeakingTank;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.MachineDown;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.RoadClosed;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.Theft;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.TruckParked;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WetRoad;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WrongLoads;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WrongSpeed;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The types of faults that a scenario file can contain, with their fields. */
enum FaultType {
    WET_ROAD {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new WetRoad(
                    fields.span(),
                    fields.names("segments", names.segments(), "roads"),
                    fields.number("extraRollingResistancePct", 20));
        }
    },
    INJECTOR_WEAR {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new InjectorWear(
                    fields.span(),
                    fields.name("truck", names.trucks(), "a truck"),
                    fields.number("extraFuelPct", 200),
                    fields.time("ramp"));
        }
    },
    THEFT {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new Theft(
                    fields.span(),
                    fields.name("truck", names.trucks(), "a truck"),
                    fields.number("litresPerMinute", 500));
        }
    },
    LEAKING_TANK {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new LeakingTank(
                    fields.span(),
                    fields.name("truck", names.trucks(), "a truck"),
                    fields.number("litresPerHour", 5_000));
        }
    },
    SHOVEL_DOWN {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new MachineDown(
                    fields.span(), fields.name("shovel", names.shovels(), "a loading unit"));
        }
    },
    TRUCK_DOWN {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new MachineDown(fields.span(), fields.name("truck", names.trucks(), "a truck"));
        }
    },
    TRUCK_PARKED {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new TruckParked(fields.span(), fields.name("truck", names.trucks(), "a truck"));
        }
    },
    ROAD_CLOSED {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new RoadClosed(
                    fields.span(), fields.names("segments", names.segments(), "roads"));
        }
    },
    STUCK_SENSOR {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new StuckSensor(
                    fields.span(),
                    machines(fields, names),
                    fields.name("field", names.fields(), "a telemetry field"));
        }
    },
    SENSOR_BIAS {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new SensorBias(
                    fields.span(),
                    machines(fields, names),
                    fields.name("field", names.fields(), "a telemetry field"),
                    fields.number("factor", 100),
                    fields.anyNumber("offset", 100_000));
        }
    },
    WRONG_LOADS {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new WrongLoads(
                    fields.span(),
                    fields.name("shovel", names.shovels(), "a loading unit"),
                    fields.number("factor", 2));
        }
    },
    WRONG_SPEED {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new WrongSpeed(
                    fields.span(),
                    fields.name("truck", names.trucks(), "a truck"),
                    fields.number("factor", 3));
        }
    },
    SILENT_SENSOR {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new SilentSensor(fields.span(), machines(fields, names));
        }
    },
    CORRUPT_PAYLOAD {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new CorruptPayload(
                    fields.span(), machines(fields, names), fields.number("rate", 1));
        }
    },
    CLOCK_SKEW {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            long skewMs = Math.round(1_000 * fields.signedNumber("skewS", 86_400));
            return new ClockSkew(fields.span(), machines(fields, names), Duration.ofMillis(skewMs));
        }
    },
    DUPLICATE_DELIVERY {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new DuplicateDelivery(
                    fields.span(), machines(fields, names), fields.number("rate", 1));
        }
    },
    OUT_OF_ORDER {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new OutOfOrder(
                    fields.span(),
                    machines(fields, names),
                    fields.number("rate", 1),
                    fields.time("maxDelay"));
        }
    },
    RADIO_SHADOW {
        @Override
        ScenarioFault read(FaultFields fields, MineNames names) {
            return new RadioShadow(fields.span(), machines(fields, names));
        }
    };

    /**
     * Reads a fault of this type. For invalid fields, errors are added to the list of {@code
     * fields}.
     */
    abstract ScenarioFault read(FaultFields fields, MineNames names);

    /** The name of the type in scenario files, such as {@code wet-road}. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultType> fromFileName(String name) {
        return Arrays.stream(values()).filter(type -> type.fileName().equals(name)).findFirst();
    }

    private static Set<String> machines(FaultFields fields, MineNames names) {
        return fields.names("machines", names.machines(), "machines");
    }
}
