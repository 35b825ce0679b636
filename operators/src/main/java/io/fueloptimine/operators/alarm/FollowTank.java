package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.tank.Places;
import io.fueloptimine.models.alarm.tank.TankFollower;
import io.fueloptimine.models.alarm.tank.TankOutput;
import io.fueloptimine.models.alarm.tank.TankSettings;
import io.fueloptimine.models.alarm.tank.TankState;
import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.TankEvent;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Follows the tanks of the trucks of known classes with {@link TankFollower}. Emits the signals of
 * thefts, leaks and wrong meters; refuellings and losses, and reconciled intervals, leave on side
 * outputs. State expires after 30 days without data of the machine.
 */
final class FollowTank extends KeyedProcessFunction<String, TankInput, AlarmSignal> {

    private static final long serialVersionUID = 1L;

    /** Refuellings and losses. */
    static final OutputTag<TankEvent> EVENTS =
            new OutputTag<>("tank-events", TypeInformation.of(TankEvent.class));

    /** Reconciled intervals. */
    static final OutputTag<FuelReconciliation> INTERVALS =
            new OutputTag<>("fuel-reconciliations", TypeInformation.of(FuelReconciliation.class));

    private static final Duration RETENTION = Duration.ofDays(30);

    private final MineSites mines;
    private final TankFollower follower;
    private transient ValueState<TankState> tank;
    private transient Counter refuellings;
    private transient Counter losses;
    private transient Counter intervalsReconciled;

    FollowTank(MineSites mines, TankSettings settings) {
        this.mines = mines;
        this.follower = new TankFollower(settings, new Places(mines));
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<TankState> descriptor =
                new ValueStateDescriptor<>("tank", Types.POJO(TankState.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        tank = getRuntimeContext().getState(descriptor);
        refuellings = getRuntimeContext().getMetricGroup().counter("refuellings");
        losses = getRuntimeContext().getMetricGroup().counter("tankLosses");
        intervalsReconciled = getRuntimeContext().getMetricGroup().counter("intervalsReconciled");
    }

    @Override
    public void processElement(TankInput input, Context context, Collector<AlarmSignal> out)
            throws Exception {
        TankState state = tank.value() == null ? new TankState() : tank.value();
        double tankL = truckClass(input).map(TruckClass::tankL).orElse(state.tankL);
        if (tankL <= 0) {
            return;
        }
        TankOutput outputs = outputs(context, out);
        if (input.minute() != null) {
            follower.minute(state, input.minute(), tankL, outputs);
        } else if (input.bay() != null) {
            follower.bay(state, input.site(), input.machineId(), input.bay(), tankL, outputs);
        } else {
            follower.expected(state, input.expected());
        }
        tank.update(state);
    }

    private Optional<TruckClass> truckClass(TankInput input) {
        MachineMinute minute = input.minute();
        if (minute != null) {
            return mines.truckClass(minute.site(), minute.equipmentClass());
        }
        return mines.mine(input.site())
                .flatMap(mine -> mine.truck(input.machineId()))
                .map(Truck::className)
                .flatMap(name -> mines.truckClass(input.site(), name));
    }

    private TankOutput outputs(Context context, Collector<AlarmSignal> out) {
        return new TankOutput() {
            @Override
            public void event(TankEvent event) {
                (event.kind() == TankEvent.Kind.FILL ? refuellings : losses).inc();
                context.output(EVENTS, event);
            }

            @Override
            public void interval(FuelReconciliation interval) {
                intervalsReconciled.inc();
                context.output(INTERVALS, interval);
            }

            @Override
            public void signal(AlarmSignal signal) {
                out.collect(signal);
            }
        };
    }
}
