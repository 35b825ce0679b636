package io.fueloptimine.jobs.analytics;

import io.fueloptimine.models.fuel.scoring.WindowReasons;
import io.fueloptimine.models.mine.Alert;
import io.fueloptimine.models.mine.DriftEvent;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.QualityHour;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.RetrainRequest;
import io.fueloptimine.models.mine.ScoredWindow;
import io.fueloptimine.models.mine.SuiteUpdate;
import io.fueloptimine.operators.alarm.AlarmPatterns;
import io.fueloptimine.operators.alarm.MachineDownTriggers;
import io.fueloptimine.operators.cycle.HaulCycles;
import io.fueloptimine.operators.dispatch.Dispatch;
import io.fueloptimine.operators.drift.DetectDrift;
import io.fueloptimine.operators.drift.RequestRetraining;
import io.fueloptimine.operators.notes.FollowRoads;
import io.fueloptimine.operators.notes.ReadNotes;
import io.fueloptimine.operators.score.ScoreWindows;
import io.fueloptimine.operators.validate.CheckWindows;
import io.fueloptimine.operators.validate.CountQualityHours;
import io.fueloptimine.operators.validate.DropDuplicates;
import io.fueloptimine.operators.validate.SuiteUpdates;
import io.fueloptimine.operators.window.FuelWindows;
import io.fueloptimine.operators.window.ReadingWatermarks;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job that thinks: from readings to cycles, fuel windows, scores, drift, alarms, plans and
 * assignments.
 *
 * <p>One job serves one mine, the one of its settings: the fleet that it plans, the classes that it
 * scores by and the roads in its notes are that mine's. Scores, drift and alarms are therefore kept
 * by machine; the topics of several mines whose machines share names must not meet here.
 */
public final class AnalyticsJob {

    private AnalyticsJob() {}

    /** Starts the job with the options of {@link AnalyticsOptions}. */
    public static void main(String[] arguments) throws Exception {
        AnalyticsOptions options;
        try {
            options = AnalyticsOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            throw new ProgramParametrizationException(e.getMessage());
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
            env.enableCheckpointing(options.checkpointInterval().toMillis());
        }
        build(env, options.sources(), options.settings(), options.outputs());
        env.execute("FuelOptiMine analytics");
    }

    /** The job's graph. */
    public static void build(
            StreamExecutionEnvironment env,
            AnalyticsSources sources,
            AnalyticsSettings settings,
            AnalyticsOutputs outputs) {
        SingleOutputStreamOperator<Reading> readings = readings(env, sources);
        SingleOutputStreamOperator<HaulCycle> cycles = cycles(readings, settings);
        SingleOutputStreamOperator<FuelWindow> windows =
                FuelWindows.of(readings, settings.allowedLateness());
        DataStream<ScoredWindow> scores = scores(windows, champions(env, sources), settings);
        DataStream<DriftEvent> drifts = drifts(scores, settings);
        DataStream<QualityRecord> late =
                FuelWindows.late(windows, settings.allowedLateness())
                        .union(cycles.getSideOutput(HaulCycles.LATE));
        DataStream<QualityRecord> quality =
                quality(env, sources).union(late, readings.getSideOutput(DropDuplicates.REJECTED));
        DataStream<QualityHour> qualityHours = CountQualityHours.of(readings, quality);
        SingleOutputStreamOperator<Alert> notes = notes(readings, settings);
        DataStream<Alert> alarms =
                AlarmPatterns.of(
                        readings,
                        scores,
                        qualityHours,
                        settings.mines(),
                        settings.alarms(),
                        new WindowReasons(
                                settings.registry(), settings.modelName(), settings.mines()));
        DataStream<PlanTrigger> triggers =
                broken(readings).union(roads(notes), driftTriggers(drifts));
        Dispatch dispatch = Dispatch.of(readings, triggers, settings.mines(), settings.dispatch());

        outputs.scores().accept(scores);
        outputs.cycles().accept(cycles);
        outputs.refuels().accept(pick(readings, "refuel", reading -> reading.refuel() != null));
        outputs.drift().accept(drifts);
        outputs.alerts().accept(alarms.union(notes));
        outputs.plans().accept(dispatch.plans());
        outputs.assignments().accept(dispatch.assignments());
        outputs.replies().accept(pick(readings, "reply", reading -> reading.reply() != null));
        outputs.savings().accept(dispatch.savings());
        outputs.retrain().accept(retrainRequests(scores, drifts, settings));
        outputs.late().accept(late);
        outputs.quality().accept(quality);
        outputs.expectations().accept(expectations(env, readings, sources, settings));
        outputs.qualityHours().accept(qualityHours);
    }

    /** Repeats were told by ingest already, if a sender's; the rest are its own after a crash. */
    private static SingleOutputStreamOperator<Reading> readings(
            StreamExecutionEnvironment env, AnalyticsSources sources) {
        return env.fromSource(sources.readings(), ReadingWatermarks.strategy(), "Valid readings")
                .uid("valid-readings")
                .keyBy(DropDuplicates::keyOf)
                .process(new DropDuplicates())
                .uid("drop-repeated-readings")
                .name("Drop repeated readings");
    }

    private static DataStream<QualityRecord> quality(
            StreamExecutionEnvironment env, AnalyticsSources sources) {
        return env.fromSource(sources.quality(), Untimed.strategy(), "Quality records")
                .uid("quality-records");
    }

    private static DataStream<QualityRecord> expectations(
            StreamExecutionEnvironment env,
            DataStream<Reading> readings,
            AnalyticsSources sources,
            AnalyticsSettings settings) {
        BroadcastStream<SuiteUpdate> suites =
                env.fromSource(sources.suites(), Untimed.strategy(), "Validation suites")
                        .uid("validation-suites")
                        .broadcast(SuiteUpdates.STATE);
        return CheckWindows.of(readings, suites, settings.suite(), settings.allowedLateness());
    }

    private static SingleOutputStreamOperator<HaulCycle> cycles(
            DataStream<Reading> readings, AnalyticsSettings settings) {
        return readings.keyBy(HaulCycles::keyOf)
                .process(new HaulCycles(settings.allowedLateness()))
                .uid("haul-cycles")
                .name("Build haul cycles");
    }

    private static BroadcastStream<ModelAnnouncement> champions(
            StreamExecutionEnvironment env, AnalyticsSources sources) {
        return env.fromSource(sources.champions(), Untimed.strategy(), "Champion models")
                .uid("champion-models")
                .broadcast(ScoreWindows.ANNOUNCEMENTS);
    }

    private static DataStream<ScoredWindow> scores(
            DataStream<FuelWindow> windows,
            BroadcastStream<ModelAnnouncement> champions,
            AnalyticsSettings settings) {
        return windows.keyBy(FuelWindow::machineId)
                .connect(champions)
                .process(
                        new ScoreWindows(
                                settings.registry(), settings.modelName(), settings.mines()))
                .uid("score-fuel-windows")
                .name("Score fuel windows");
    }

    private static DataStream<DriftEvent> drifts(
            DataStream<ScoredWindow> scores, AnalyticsSettings settings) {
        return scores.keyBy(score -> score.window().machineId())
                .process(new DetectDrift(settings.drift()))
                .uid("detect-drift")
                .name("Detect drift of residuals");
    }

    private static DataStream<RetrainRequest> retrainRequests(
            DataStream<ScoredWindow> scores,
            DataStream<DriftEvent> drifts,
            AnalyticsSettings settings) {
        return scores.keyBy(score -> score.window().site())
                .connect(drifts.keyBy(DriftEvent::site))
                .process(new RequestRetraining(settings.modelName(), settings.fleetDrift()))
                .uid("request-retraining")
                .name("Request a new model");
    }

    private static DataStream<PlanTrigger> driftTriggers(DataStream<DriftEvent> drifts) {
        return drifts.map(
                        drift ->
                                new PlanTrigger(
                                        drift.site(),
                                        "DRIFT",
                                        drift.machineId(),
                                        drift.detectedAt()))
                .returns(PlanTrigger.class)
                .uid("drift-triggers")
                .name("Plan again after drift");
    }

    private static DataStream<PlanTrigger> broken(DataStream<Reading> readings) {
        return pick(readings, "state", reading -> reading.state() != null)
                .keyBy(Reading::machineId)
                .process(new MachineDownTriggers())
                .uid("machine-down-triggers")
                .name("Plan again after breakdowns");
    }

    private static SingleOutputStreamOperator<Alert> notes(
            DataStream<Reading> readings, AnalyticsSettings settings) {
        return pick(readings, "note", reading -> reading.note() != null)
                .keyBy(Reading::machineId)
                .process(new ReadNotes(settings.mines()))
                .uid("read-notes")
                .name("Read notes");
    }

    private static DataStream<PlanTrigger> roads(SingleOutputStreamOperator<Alert> notes) {
        return notes.getSideOutput(ReadNotes.PLAN_TRIGGERS)
                .keyBy(FollowRoads::keyOf)
                .process(new FollowRoads())
                .uid("follow-roads")
                .name("Follow closed and wet roads");
    }

    private static DataStream<Reading> pick(
            DataStream<Reading> readings, String stream, FilterFunction<Reading> which) {
        return readings.filter(which).uid("pick-" + stream).name("Pick readings: " + stream);
    }
}
