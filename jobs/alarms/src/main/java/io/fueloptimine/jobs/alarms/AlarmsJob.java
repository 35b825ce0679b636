package io.fueloptimine.jobs.alarms;

import io.fueloptimine.jobs.settings.JobStart;
import io.fueloptimine.models.alarm.AlarmInput;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.fuel.scoring.WindowReasons;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadState;
import io.fueloptimine.models.mine.site.KnownMachines;
import io.fueloptimine.operators.alarm.AlarmPatterns;
import io.fueloptimine.operators.alarm.AlarmStreams;
import io.fueloptimine.operators.notes.FollowRoads;
import io.fueloptimine.operators.notes.ReadNotes;
import io.fueloptimine.operators.validate.CheckWindows;
import io.fueloptimine.operators.validate.CountQualityHours;
import io.fueloptimine.operators.validate.DropDuplicates;
import io.fueloptimine.operators.validate.SuiteUpdates;
import io.fueloptimine.operators.window.DropReadingsAhead;
import io.fueloptimine.operators.window.ReadingWatermarks;
import io.fueloptimine.operators.window.ScoreWatermarks;
import io.fueloptimine.operators.window.Untimed;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Job alarms: reads readings, scores, drifts, quality records, signals of other jobs and commands
 * of people. Writes alarms, answers to commands, road states, data quality by hour, and records of
 * fuel windows that violate a data-quality rule.
 */
public final class AlarmsJob {

    /** The job's name in the web UI. */
    public static final String NAME = "FuelOptiMine alarms";

    private AlarmsJob() {}

    /** Starts the job with the options of {@link AlarmsOptions}. */
    public static void main(String[] arguments) throws Exception {
        AlarmsOptions options = JobStart.options(arguments, AlarmsOptions::parse);
        JobStart.requireLogin(options.sql());
        StreamExecutionEnvironment env = JobStart.environment(options.checkpointInterval());
        build(env, options);
        env.execute(NAME);
    }

    /** Builds the job graph from Kafka to Kafka and SQL. */
    public static void build(StreamExecutionEnvironment env, AlarmsOptions options) {
        build(env, options.sources(), options.settings(), options.outputs());
    }

    /** Builds the job graph between the given sources and outputs. */
    public static void build(
            StreamExecutionEnvironment env,
            AlarmsSources sources,
            AlarmsSettings settings,
            AlarmsOutputs outputs) {
        SingleOutputStreamOperator<Reading> readings = readings(env, sources, settings);
        DataStream<QualityRecord> quality = quality(env, sources, readings);
        DataStream<QualityHour> qualityHours =
                CountQualityHours.of(
                        readings,
                        quality,
                        KnownMachines.of(settings.mines()),
                        settings.steps().qualityHours());
        SingleOutputStreamOperator<AlarmSignal> notes = notes(readings, settings);
        DataStream<AlarmInput> inputs = inputs(env, sources);
        AlarmStreams alarms =
                AlarmPatterns.of(
                        readings,
                        scores(env, sources, settings),
                        qualityHours,
                        plans(inputs),
                        reported(inputs).union(notes),
                        commands(inputs),
                        settings.mines(),
                        settings.alarms(),
                        settings.steps().tanks(),
                        settings.steps().lifecycle(),
                        new WindowReasons(
                                settings.registry(), settings.modelName(), settings.mines()));

        outputs.alerts().accept(alarms.alerts());
        outputs.answers().accept(alarms.answers());
        outputs.tankEvents().accept(alarms.tankEvents());
        outputs.intervals().accept(alarms.intervals());
        outputs.roads().accept(roads(notes));
        outputs.quality().accept(quality);
        outputs.qualityHours().accept(qualityHours);
        outputs.expectations().accept(expectations(env, readings, sources, settings));
    }

    /**
     * Reads readings and drops those that job ingest wrote twice after a crash. Job ingest has
     * already dropped the readings that a machine sent twice.
     */
    private static SingleOutputStreamOperator<Reading> readings(
            StreamExecutionEnvironment env, AlarmsSources sources, AlarmsSettings settings) {
        DataStream<Reading> given =
                env.fromSource(
                                sources.readings(),
                                ReadingWatermarks.strategy(
                                        settings.steps().windows(), settings.clocks()),
                                "Valid readings")
                        .uid("valid-readings");
        return DropReadingsAhead.of(given, settings.clocks())
                .keyBy(DropDuplicates::keyOf)
                .process(new DropDuplicates())
                .uid("drop-repeated-readings")
                .name("Drop repeated readings");
    }

    private static DataStream<QualityRecord> quality(
            StreamExecutionEnvironment env,
            AlarmsSources sources,
            SingleOutputStreamOperator<Reading> readings) {
        return env.fromSource(sources.quality(), Untimed.strategy(), "Quality records")
                .uid("quality-records")
                .union(readings.getSideOutput(DropDuplicates.REJECTED));
    }

    private static DataStream<ScoredWindow> scores(
            StreamExecutionEnvironment env, AlarmsSources sources, AlarmsSettings settings) {
        return env.fromSource(
                        sources.scores(),
                        ScoreWatermarks.strategy(settings.steps().windows(), settings.clocks()),
                        "Scored fuel windows")
                .uid("scored-fuel-windows");
    }

    private static DataStream<AlarmInput> inputs(
            StreamExecutionEnvironment env, AlarmsSources sources) {
        return env.fromSource(sources.inputs(), Untimed.strategy(), "Drifts, plans and commands")
                .uid("alarm-inputs");
    }

    private static DataStream<DispatchPlan> plans(DataStream<AlarmInput> inputs) {
        return inputs.filter(input -> input.plan() != null)
                .uid("pick-plans")
                .name("Pick plans")
                .map(AlarmInput::plan)
                .returns(DispatchPlan.class)
                .uid("dispatch-plans")
                .name("Dispatch plans");
    }

    /** Drifts of job fuel and conditions that other jobs report. */
    private static DataStream<AlarmSignal> reported(DataStream<AlarmInput> inputs) {
        return inputs.filter(input -> input.signal() != null)
                .uid("pick-reported-signals")
                .name("Pick signals of other jobs")
                .map(AlarmInput::signal)
                .returns(AlarmSignal.class)
                .uid("reported-alarm-signals")
                .name("Signals of other jobs");
    }

    private static DataStream<String> commands(DataStream<AlarmInput> inputs) {
        return inputs.filter(input -> input.command() != null)
                .uid("pick-alert-commands")
                .name("Pick commands of people")
                .map(AlarmInput::command)
                .returns(String.class)
                .uid("alert-commands")
                .name("Commands of people");
    }

    private static SingleOutputStreamOperator<AlarmSignal> notes(
            DataStream<Reading> readings, AlarmsSettings settings) {
        return readings.filter(reading -> reading.note() != null)
                .uid("pick-notes")
                .name("Pick notes")
                .keyBy(Reading::machineKey)
                .process(new ReadNotes(settings.mines(), settings.steps().notes()))
                .uid("read-notes")
                .name("Read notes");
    }

    private static DataStream<RoadState> roads(SingleOutputStreamOperator<AlarmSignal> notes) {
        return notes.getSideOutput(ReadNotes.ROADS)
                .keyBy(RoadState::key)
                .process(new FollowRoads())
                .uid("follow-roads")
                .name("Follow closed and wet roads");
    }

    private static DataStream<QualityRecord> expectations(
            StreamExecutionEnvironment env,
            DataStream<Reading> readings,
            AlarmsSources sources,
            AlarmsSettings settings) {
        BroadcastStream<SuiteUpdate> suites =
                env.fromSource(sources.suites(), Untimed.strategy(), "Validation suites")
                        .uid("validation-suites")
                        .broadcast(SuiteUpdates.STATE);
        return CheckWindows.of(
                readings, suites, settings.suite(), settings.steps().windows().allowedLateness());
    }
}
