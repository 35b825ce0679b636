package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.HeardMachine;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.PatternSettings;
import io.fueloptimine.models.alarm.lifecycle.LifecycleSettings;
import io.fueloptimine.models.alarm.rule.EngineLimits;
import io.fueloptimine.models.alarm.rule.Speeding;
import io.fueloptimine.models.alarm.rule.UnitEvent;
import io.fueloptimine.models.alarm.rule.VibrationZones;
import io.fueloptimine.models.alarm.tank.TankSettings;
import io.fueloptimine.models.fuel.scoring.WindowReasons;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.operators.window.Untimed;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The alarm rules of job alarms. Telemetry is condensed to one event per machine and minute. Flink
 * CEP matches sequences (idling, failing machine, vibration, speeding, short stops, excess fuel);
 * keyed functions check limits, tanks, sensors, silence and loading units. Both kinds of rules emit
 * signals, which {@link RaiseAndClearAlarms} combines to alarms.
 *
 * <p>All rules use event time, so results do not depend on the speed at which data is replayed.
 */
public final class AlarmPatterns {

    private AlarmPatterns() {}

    /**
     * Adds the alarm rules to a job.
     *
     * @param readings valid readings of all machines, with watermarks
     * @param scores scored fuel windows, with watermarks
     * @param hours message counts by machine and hour, with watermarks
     * @param plans the plans of job dispatch; the stream needs no watermarks
     * @param reported alarm signals from other jobs; the stream needs no watermarks
     * @param commands JSON records of people's commands; the stream needs no watermarks
     * @param mines the mines with the tanks and payloads of their truck classes; a truck of an
     *     unknown class raises no leak alarm and no overload alarm
     * @param settings the limits, on-delays, off-delays and time spans of the alarms
     * @param tanks when changes of a tank are refuellings, thefts, leaks or errors of a meter
     * @param reasons explains the expected fuel of windows
     * @param lifecycle how long alarms may be shelved, and when they escalate
     * @return alarms after each change, answers to commands, and what happened to the tanks
     */
    public static AlarmStreams of(
            DataStream<Reading> readings,
            DataStream<ScoredWindow> scores,
            DataStream<QualityHour> hours,
            DataStream<DispatchPlan> plans,
            DataStream<AlarmSignal> reported,
            DataStream<String> commands,
            MineSites mines,
            AlarmSettings settings,
            TankSettings tanks,
            LifecycleSettings lifecycle,
            WindowReasons reasons) {
        return ofMinutes(
                MachineMinutes.of(readings, settings.patterns().steepPct()),
                readings,
                scores,
                hours,
                plans,
                reported,
                commands,
                mines,
                settings,
                tanks,
                lifecycle,
                reasons);
    }

    /**
     * Adds the alarm rules to a job whose telemetry is already condensed. After a restart, the
     * stream may contain a minute again. Of the readings, only refuellings are used.
     */
    static AlarmStreams ofMinutes(
            DataStream<MachineMinute> condensed,
            DataStream<Reading> readings,
            DataStream<ScoredWindow> scores,
            DataStream<QualityHour> hours,
            DataStream<DispatchPlan> plans,
            DataStream<AlarmSignal> reported,
            DataStream<String> commands,
            MineSites mines,
            AlarmSettings settings,
            TankSettings tankSettings,
            LifecycleSettings lifecycle,
            WindowReasons reasons) {
        KeyedStream<TankInput, String> inputs = inOrder(condensed, readings, scores);
        KeyedStream<MachineMinute, String> minutes = minutes(inputs);
        DataStream<AlarmSignal> limits =
                minutes.process(new WatchLimits(mines, settings))
                        .uid("watch-limits")
                        .name("Watch fuel level and payload");
        SingleOutputStreamOperator<AlarmSignal> tanks =
                inputs.process(new FollowTank(mines, tankSettings))
                        .uid("follow-tank")
                        .name("Follow tanks");
        DataStream<AlarmSignal> sensors =
                minutes.process(new WatchSensors(settings))
                        .uid("watch-sensors")
                        .name("Watch for stuck sensors");
        SingleOutputStreamOperator<AlarmSignal> silence =
                minutes.process(new WatchSilence(settings))
                        .uid("watch-silence")
                        .name("Watch for silent machines");
        DataStream<AlarmSignal> badData =
                hours.keyBy(QualityHour::machineKey)
                        .process(new WatchQuality(settings))
                        .uid("watch-quality")
                        .name("Watch for bad data");
        DataStream<AlarmSignal> signals =
                LongIdle.signals(minutes, settings)
                        .union(
                                machines(minutes, settings),
                                units(minutes, plans, mines, settings),
                                ExcessFuel.signals(scores, settings, reasons),
                                limits,
                                tanks,
                                sensors,
                                silence,
                                badData,
                                reported)
                        .keyBy(AlarmSignal::site)
                        .connect(
                                silence.getSideOutput(WatchSilence.HEARD).keyBy(HeardMachine::site))
                        .process(new ControlFloods(settings))
                        .uid("control-floods")
                        .name("Group alarms of one cause");
        SingleOutputStreamOperator<Alert> alerts =
                signals.keyBy(AlarmSignal::machineKey)
                        .connect(minutesAndCommands(minutes, commands))
                        .process(new RaiseAndClearAlarms(settings, lifecycle))
                        .uid("keep-open-alarms")
                        .name("Raise and clear alarms");
        return new AlarmStreams(
                alerts,
                alerts.getSideOutput(RaiseAndClearAlarms.ANSWERS),
                tanks.getSideOutput(FollowTank.EVENTS),
                tanks.getSideOutput(FollowTank.INTERVALS));
    }

    /** The signals about the condition of machines and about driving. */
    private static DataStream<AlarmSignal> machines(
            KeyedStream<MachineMinute, String> minutes, AlarmSettings settings) {
        PatternSettings limits = settings.patterns();
        return LastingCondition.signals(
                        minutes,
                        "failing machines",
                        new EngineLimits(settings),
                        settings.failingMin(),
                        settings.clearMin())
                .union(
                        DeratedEngine.signals(minutes, settings),
                        LastingCondition.signals(
                                minutes,
                                "vibration",
                                new VibrationZones(settings),
                                limits.vibrationMin(),
                                settings.clearMin()),
                        LastingCondition.signals(
                                minutes,
                                "speeding",
                                new Speeding(limits),
                                limits.speedingMin(),
                                settings.clearMin()),
                        ShortStops.signals(minutes, settings));
    }

    private static DataStream<AlarmSignal> units(
            KeyedStream<MachineMinute, String> minutes,
            DataStream<DispatchPlan> plans,
            MineSites mines,
            AlarmSettings settings) {
        return minutes.process(new ReportUnits(mines))
                .uid("report-units")
                .name("Report hang, queues and loads of loading units")
                .keyBy(UnitEvent::site)
                .connect(plans.keyBy(DispatchPlan::site))
                .process(new WatchUnits(mines, settings))
                .uid("watch-units")
                .name("Watch loading units");
    }

    /** Minutes, which clear and suppress alarms, and commands, by machine. */
    private static KeyedStream<MinuteOrCommand, String> minutesAndCommands(
            DataStream<MachineMinute> minutes, DataStream<String> commands) {
        DataStream<MinuteOrCommand> checked =
                commands.map(MinuteOrCommand::of)
                        .returns(MinuteOrCommand.class)
                        .uid("check-alarm-commands")
                        .name("Check commands")
                        .assignTimestampsAndWatermarks(Untimed.strategy())
                        .uid("alarm-commands-untimed")
                        .name("Commands without event time");
        return minutes.map(MinuteOrCommand::of)
                .returns(MinuteOrCommand.class)
                .uid("minutes-of-alarms")
                .name("Minutes of alarms")
                .union(checked)
                .keyBy(MinuteOrCommand::machineKey);
    }

    /**
     * Emits each machine's minutes once and in order, and what is known of its tank besides. The
     * stream stays partitioned by machine, so that this step and the rules that read the stream
     * form one operator chain, which the web UI shows as one vertex. Scores arrive by a topic; they
     * neither advance event time nor hold it back.
     */
    private static KeyedStream<TankInput, String> inOrder(
            DataStream<MachineMinute> condensed,
            DataStream<Reading> readings,
            DataStream<ScoredWindow> scores) {
        DataStream<TankInput> refuels =
                readings.filter(reading -> reading.refuel() != null)
                        .uid("pick-refuels-of-tanks")
                        .name("Pick refuellings")
                        .map(TankInput::ofRefuel)
                        .returns(TankInput.class)
                        .uid("refuels-of-tanks")
                        .name("Refuellings by machine");
        DataStream<TankInput> minutes =
                condensed
                        .map(TankInput::ofMinute)
                        .returns(TankInput.class)
                        .uid("minutes-of-tanks")
                        .name("Minutes by machine")
                        // As many subtasks as before, so that a machine's minutes stay in order.
                        .setParallelism(condensed.getParallelism());
        DataStream<TankInput> expected =
                scores.map(TankInput::ofScore)
                        .returns(TankInput.class)
                        .uid("expectations-of-tanks")
                        .name("Expected fuel by machine")
                        .assignTimestampsAndWatermarks(Untimed.strategy())
                        .uid("untimed-expectations")
                        .name("Expected fuel without event time");
        return DataStreamUtils.reinterpretAsKeyedStream(
                minutes.union(refuels, expected)
                        .keyBy(TankInput::machineKey)
                        .process(new OrderMinutes())
                        .returns(TankInput.class)
                        .uid("order-minutes")
                        .name("Drop repeated minutes"),
                TankInput::machineKey);
    }

    private static KeyedStream<MachineMinute, String> minutes(
            KeyedStream<TankInput, String> inputs) {
        KeyedStream<MachineMinute, String> minutes =
                keyed(
                        inputs.filter(input -> input.minute() != null)
                                .uid("select-minutes")
                                .name("Select minutes")
                                .map(TankInput::minute)
                                .returns(MachineMinute.class)
                                .uid("minutes")
                                .name("Minutes"));
        return keyed(
                minutes.process(new DescribeMinutes())
                        .returns(MachineMinute.class)
                        .uid("describe-minutes")
                        .name("Add reasons of stops"));
    }

    private static KeyedStream<MachineMinute, String> keyed(DataStream<MachineMinute> minutes) {
        return DataStreamUtils.reinterpretAsKeyedStream(minutes, MachineMinute::machineKey);
    }
}
