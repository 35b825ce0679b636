package io.fueloptimine.jobs.fuel;

import io.fueloptimine.jobs.settings.JobStart;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.operators.advice.Advice;
import io.fueloptimine.operators.cycle.HaulCycles;
import io.fueloptimine.operators.drift.CompareFeatures;
import io.fueloptimine.operators.drift.DetectDrift;
import io.fueloptimine.operators.drift.FindCauses;
import io.fueloptimine.operators.drift.RequestRetraining;
import io.fueloptimine.operators.ledger.Ledger;
import io.fueloptimine.operators.road.RoadExcesses;
import io.fueloptimine.operators.score.ScoreWindows;
import io.fueloptimine.operators.validate.DropDuplicates;
import io.fueloptimine.operators.window.DropReadingsAhead;
import io.fueloptimine.operators.window.FuelWindows;
import io.fueloptimine.operators.window.ReadingWatermarks;
import io.fueloptimine.operators.window.Untimed;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Job fuel: computes haul cycles and fuel windows (fuel burnt by one machine in one minute) from
 * readings, and predicts the expected fuel of each window (its score). The job also detects drift
 * of the fuel consumption, learns which road segments cost too much, gives advice beside the
 * routing, and requests retraining of the model.
 */
public final class FuelJob {

    /** The job's name in the web UI. */
    public static final String NAME = "FuelOptiMine fuel";

    private FuelJob() {}

    /** Starts the job with the options of {@link FuelOptions}. */
    public static void main(String[] arguments) throws Exception {
        FuelOptions options = JobStart.options(arguments, FuelOptions::parse);
        JobStart.requireLogin(options.sql());
        StreamExecutionEnvironment env = JobStart.environment(options.checkpointInterval());
        build(env, options);
        env.execute(NAME);
    }

    /** Builds the job graph from Kafka to Kafka and SQL. */
    public static void build(StreamExecutionEnvironment env, FuelOptions options) {
        build(env, options.sources(), options.settings(), options.outputs());
    }

    /** Builds the job graph between the given sources and outputs. */
    public static void build(
            StreamExecutionEnvironment env,
            FuelSources sources,
            FuelSettings settings,
            FuelOutputs outputs) {
        DataStream<Reading> readings = readings(env, sources, settings);
        KeyedStream<Reading, String> byMachine = byMachine(readings);
        SingleOutputStreamOperator<HaulCycle> cycles = cycles(byMachine, settings);
        SingleOutputStreamOperator<FuelWindow> windows =
                FuelWindows.of(readings, settings.steps().windows().allowedLateness());
        BroadcastStream<ModelAnnouncement> champions = champions(env, sources);
        DataStream<ScoredWindow> scores = scores(windows, champions, settings);
        KeyedStream<ScoredWindow, String> scoresBySite = bySite(scores);
        DataStream<RoadExcess> roads = RoadExcesses.of(byMachine, settings.mines());
        DataStream<DataDrift> dataDrift = dataDrift(scores, champions, settings);
        DataStream<DriftEvent> drifts =
                FindCauses.of(drifts(scoresBySite, settings), roads, dataDrift);
        Advice advice = advice(readings, windows, cycles, scoresBySite, settings);

        outputs.cycles().accept(cycles);
        outputs.scores().accept(scores);
        outputs.drift().accept(drifts);
        outputs.dataDrift().accept(dataDrift);
        outputs.retrain().accept(retrainRequests(drifts, settings));
        outputs.roads().accept(roads);
        outputs.shutdowns().accept(advice.shutdowns());
        outputs.payloads().accept(advice.payloads());
        outputs.outliers().accept(advice.outliers());
        outputs.changes()
                .accept(
                        readings.filter(
                                        reading ->
                                                reading.refuel() != null || reading.state() != null)
                                .uid("pick-changes")
                                .name("Pick refuellings and states"));
        DataStream<QualityRecord> late =
                FuelWindows.late(windows, settings.steps().windows().allowedLateness())
                        .union(cycles.getSideOutput(HaulCycles.LATE), advice.late());
        outputs.late().accept(measureSavings(cycles, scores, settings, outputs, late));
    }

    /**
     * Reads readings and drops those that job ingest wrote twice after a crash. Job ingest has
     * already dropped the readings that a machine sent twice.
     */
    private static DataStream<Reading> readings(
            StreamExecutionEnvironment env, FuelSources sources, FuelSettings settings) {
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

    private static Advice advice(
            DataStream<Reading> readings,
            DataStream<FuelWindow> windows,
            DataStream<HaulCycle> cycles,
            KeyedStream<ScoredWindow, String> scoresBySite,
            FuelSettings settings) {
        return Advice.of(
                readings,
                windows,
                cycles,
                scoresBySite,
                settings.mines(),
                settings.steps().advice(),
                settings.steps().ledger().shiftStartHour(),
                settings.steps().windows().allowedLateness());
    }

    /** Distributed once for all steps by machine, which run in one vertex. */
    private static KeyedStream<Reading, String> byMachine(DataStream<Reading> readings) {
        return DataStreamUtils.reinterpretAsKeyedStream(
                readings.keyBy(Reading::machineKey)
                        .map(reading -> reading)
                        .returns(Reading.class)
                        .uid("readings-by-machine")
                        .name("Readings by machine"),
                Reading::machineKey);
    }

    private static SingleOutputStreamOperator<HaulCycle> cycles(
            KeyedStream<Reading, String> readings, FuelSettings settings) {
        return readings.process(new HaulCycles(settings.steps().windows().allowedLateness()))
                .uid("haul-cycles")
                .name("Build haul cycles");
    }

    private static BroadcastStream<ModelAnnouncement> champions(
            StreamExecutionEnvironment env, FuelSources sources) {
        return env.fromSource(sources.champions(), Untimed.strategy(), "Champion models")
                .uid("champion-models")
                .broadcast(ScoreWindows.ANNOUNCEMENTS);
    }

    private static DataStream<ScoredWindow> scores(
            DataStream<FuelWindow> windows,
            BroadcastStream<ModelAnnouncement> champions,
            FuelSettings settings) {
        return windows.keyBy(FuelWindow::machineKey)
                .connect(champions)
                .process(
                        new ScoreWindows(
                                settings.registry(),
                                settings.modelName(),
                                settings.mines(),
                                settings.steps().score()))
                .uid("score-fuel-windows")
                .name("Score fuel windows");
    }

    /** Distributed once for all steps by site, which run in one vertex. */
    private static KeyedStream<ScoredWindow, String> bySite(DataStream<ScoredWindow> scores) {
        return DataStreamUtils.reinterpretAsKeyedStream(
                scores.keyBy(ScoredWindow::site)
                        .map(score -> score)
                        .returns(ScoredWindow.class)
                        .uid("scores-by-site")
                        .name("Scores by site"),
                ScoredWindow::site);
    }

    /**
     * Measures savings at the sites that have a baseline period; without one the graph has no
     * ledger.
     *
     * @return {@code late} with what was too late for the ledger
     */
    private static DataStream<QualityRecord> measureSavings(
            DataStream<HaulCycle> cycles,
            DataStream<ScoredWindow> scores,
            FuelSettings settings,
            FuelOutputs outputs,
            DataStream<QualityRecord> late) {
        if (settings.baselines().bySite().isEmpty()) {
            return late;
        }
        Ledger ledger =
                Ledger.of(
                        cycles,
                        scores,
                        settings.mines(),
                        settings.baselines(),
                        settings.steps().ledger(),
                        settings.steps().windows().allowedLateness());
        outputs.ledger().accept(ledger.shifts());
        outputs.savings().accept(ledger.savings());
        return late.union(ledger.late());
    }

    private static DataStream<DriftEvent> drifts(
            KeyedStream<ScoredWindow, String> scoresBySite, FuelSettings settings) {
        return scoresBySite
                .process(new DetectDrift(settings.steps().drift(), settings.steps().fleetDrift()))
                .uid("detect-drift")
                .name("Detect drift of residuals");
    }

    private static DataStream<DataDrift> dataDrift(
            DataStream<ScoredWindow> scores,
            BroadcastStream<ModelAnnouncement> champions,
            FuelSettings settings) {
        return scores.filter(CompareFeatures::isCompared)
                .uid("pick-windows-of-trucks")
                .name("Pick windows of trucks")
                .keyBy(CompareFeatures::keyOf)
                .connect(champions)
                .process(
                        new CompareFeatures(
                                settings.registry(),
                                settings.modelName(),
                                settings.mines(),
                                settings.steps().score(),
                                settings.steps().dataDrift()))
                .uid("compare-features")
                .name("Compare live data with training data");
    }

    /** Drifts are already distributed by site, so that this step runs in the same vertex. */
    private static DataStream<RetrainRequest> retrainRequests(
            DataStream<DriftEvent> drifts, FuelSettings settings) {
        return DataStreamUtils.reinterpretAsKeyedStream(drifts, DriftEvent::site)
                .process(new RequestRetraining(settings.modelName(), settings.steps().fleetDrift()))
                .uid("request-retraining")
                .name("Request a new model");
    }
}
