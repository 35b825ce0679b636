package io.fueloptimine.jobs.dispatch;

import io.fueloptimine.jobs.settings.JobStart;
import io.fueloptimine.models.dispatch.site.SitePlanner;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.RoadState;
import io.fueloptimine.operators.dispatch.Dispatch;
import io.fueloptimine.operators.dispatch.KnownRoads;
import io.fueloptimine.operators.dispatch.MachineDownTriggers;
import io.fueloptimine.operators.dispatch.RoadTriggers;
import io.fueloptimine.operators.validate.DropDuplicates;
import io.fueloptimine.operators.window.DropReadingsAhead;
import io.fueloptimine.operators.window.ReadingWatermarks;
import io.fueloptimine.operators.window.Untimed;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Job dispatch: reads readings, scored fuel windows, drift events, road states and targets. Writes
 * the plan of the fleet, one assignment per free truck, the litres that each plan should save,
 * answers to targets and signals of failed solves.
 */
public final class DispatchJob {

    /** The job's name in the web UI. */
    public static final String NAME = "FuelOptiMine dispatch";

    private DispatchJob() {}

    /** Starts the job with the options of {@link DispatchOptions}. */
    public static void main(String[] arguments) throws Exception {
        DispatchOptions options = JobStart.options(arguments, DispatchOptions::parse);
        JobStart.requireLogin(options.sql());
        StreamExecutionEnvironment env = JobStart.environment(options.checkpointInterval());
        build(env, options);
        env.execute(NAME);
    }

    /** Builds the job graph from Kafka to Kafka and SQL. */
    public static void build(StreamExecutionEnvironment env, DispatchOptions options) {
        build(env, options.sources(), options.settings(), options.outputs());
    }

    /** Builds the job graph between the given sources and outputs. */
    public static void build(
            StreamExecutionEnvironment env,
            DispatchSources sources,
            DispatchJobSettings settings,
            DispatchOutputs outputs) {
        DataStream<Reading> readings = readings(env, sources, settings);
        DataStream<PlanTrigger> triggers =
                breakdowns(readings).union(roads(env, sources, settings));
        DataStream<String> targets =
                env.fromSource(sources.targets(), Untimed.strategy(), "Targets").uid("targets");
        Dispatch dispatch =
                Dispatch.of(
                        readings,
                        triggers,
                        scores(env, sources),
                        drift(env, sources),
                        roadExcess(env, sources),
                        targets,
                        SitePlanner.Factory.priced(settings.registry(), settings.modelName()),
                        settings.mines(),
                        settings.steps().dispatch());

        outputs.plans().accept(dispatch.plans());
        outputs.assignments().accept(dispatch.assignments());
        outputs.replies()
                .accept(
                        readings.filter(reading -> reading.reply() != null)
                                .uid("pick-replies")
                                .name("Pick replies"));
        outputs.savings().accept(dispatch.savings());
        outputs.signals().accept(dispatch.signals());
        outputs.answers().accept(dispatch.answers());
    }

    /**
     * Reads states, fuel levels and replies. Drops the states and replies that job ingest wrote
     * twice after a crash. Repeated fuel levels are kept, because they do not change the result.
     */
    private static DataStream<Reading> readings(
            StreamExecutionEnvironment env, DispatchSources sources, DispatchJobSettings settings) {
        DataStream<Reading> given =
                env.fromSource(
                                sources.readings(),
                                ReadingWatermarks.strategy(
                                        settings.steps().windows(), settings.clocks()),
                                "Valid readings")
                        .uid("valid-readings");
        DataStream<Reading> needed =
                DropReadingsAhead.of(given, settings.clocks())
                        .filter(Dispatch.readingsOf(settings.mines()))
                        .uid("pick-readings")
                        .name("Pick states, fuel levels and replies of the fleet");
        DataStream<Reading> changes =
                needed.filter(reading -> reading.telemetry() == null)
                        .uid("pick-states-and-replies")
                        .name("Pick states and replies")
                        .keyBy(DropDuplicates::keyOf)
                        .process(new DropDuplicates())
                        .uid("drop-repeated-readings")
                        .name("Drop repeated readings");
        return changes.union(
                needed.filter(reading -> reading.telemetry() != null)
                        .uid("pick-fuel-levels")
                        .name("Pick fuel levels"));
    }

    private static DataStream<PlanTrigger> breakdowns(DataStream<Reading> readings) {
        return readings.filter(reading -> reading.state() != null)
                .uid("pick-states")
                .name("Pick states")
                .keyBy(Reading::machineKey)
                .process(new MachineDownTriggers())
                .uid("machine-down-triggers")
                .name("Plan again after breakdowns");
    }

    private static DataStream<PlanTrigger> roads(
            StreamExecutionEnvironment env, DispatchSources sources, DispatchJobSettings settings) {
        return env.fromSource(sources.roads(), Untimed.strategy(), "Road states")
                .uid("road-states")
                .filter(new KnownRoads(settings.mines()))
                .uid("known-roads")
                .name("Pick roads of the mines")
                .keyBy(RoadState::key)
                .process(new RoadTriggers())
                .uid("road-triggers")
                .name("Plan again after road changes");
    }

    private static DataStream<DriftEvent> drift(
            StreamExecutionEnvironment env, DispatchSources sources) {
        return env.fromSource(sources.drift(), Untimed.strategy(), "Drift events")
                .uid("drift-events");
    }

    private static DataStream<ScoredWindow> scores(
            StreamExecutionEnvironment env, DispatchSources sources) {
        return env.fromSource(sources.scores(), Untimed.strategy(), "Scored fuel windows")
                .uid("scored-windows");
    }

    private static DataStream<RoadExcess> roadExcess(
            StreamExecutionEnvironment env, DispatchSources sources) {
        return env.fromSource(sources.roadExcess(), Untimed.strategy(), "Excesses of roads")
                .uid("road-excess");
    }
}
