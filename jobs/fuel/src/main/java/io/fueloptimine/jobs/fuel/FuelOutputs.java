package io.fueloptimine.jobs.fuel;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import io.fueloptimine.models.mine.advice.PayloadAdvice;
import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerShift;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The outputs of job fuel. Each output attaches sinks to the stream that it receives. One subtask
 * of a sink writes all rows of one key.
 *
 * @param cycles haul cycles
 * @param scores scored fuel windows
 * @param drift events for machines whose residuals (measured minus expected fuel) changed
 * @param dataDrift features compared with the training data of the champion
 * @param retrain requests for a new model
 * @param changes readings that report a refuelling or a new state of a machine
 * @param roads the excess of road segments, every hour
 * @param shutdowns advice to switch off the engines of waiting trucks
 * @param payloads operators of loading units whose loads are off target
 * @param outliers machines and operators whose consumption stands out
 * @param ledger one entry of the ledger of measured savings for each shift
 * @param savings measured savings, by shift and lever
 * @param late readings that arrived after the result for their window or cycle was final
 */
public record FuelOutputs(
        Consumer<DataStream<HaulCycle>> cycles,
        Consumer<DataStream<ScoredWindow>> scores,
        Consumer<DataStream<DriftEvent>> drift,
        Consumer<DataStream<DataDrift>> dataDrift,
        Consumer<DataStream<RetrainRequest>> retrain,
        Consumer<DataStream<Reading>> changes,
        Consumer<DataStream<RoadExcess>> roads,
        Consumer<DataStream<ShutdownAdvice>> shutdowns,
        Consumer<DataStream<PayloadAdvice>> payloads,
        Consumer<DataStream<ConsumptionOutlier>> outliers,
        Consumer<DataStream<LedgerShift>> ledger,
        Consumer<DataStream<FuelSaving>> savings,
        Consumer<DataStream<QualityRecord>> late) {

    /** Outputs to Kafka topics for other jobs and control rooms, and to SQL tables for analysts. */
    public static FuelOutputs standard(KafkaConnection kafka, SqlConnection sql) {
        return new FuelOutputs(
                KafkaTopics.<HaulCycle>output(kafka, Topics.HAUL_CYCLES)
                        .andThen(SqlTables.output("haul_cycle", SqlTables.haulCycles(sql))),
                KafkaTopics.<ScoredWindow>output(kafka, Topics.FUEL_SCORES)
                        .andThen(SqlTables.output("fuel_window", SqlTables.fuelWindows(sql)))
                        .andThen(SqlTables.output("window_now", SqlTables.latestWindows(sql))),
                KafkaTopics.<DriftEvent>output(kafka, Topics.FUEL_DRIFT)
                        .andThen(SqlTables.output("drift_event", SqlTables.driftEvents(sql))),
                SqlTables.output("data_drift", SqlTables.dataDrift(sql)),
                KafkaTopics.output(kafka, Topics.MODELS_RETRAIN),
                SqlTables.<Reading>output("refuel", SqlTables.refuels(sql))
                        .andThen(SqlTables.output("state_now", SqlTables.latestStates(sql))),
                KafkaTopics.<RoadExcess>output(kafka, Topics.ROAD_EXCESS)
                        .andThen(SqlTables.output("road_excess", SqlTables.roadExcesses(sql))),
                KafkaTopics.<ShutdownAdvice>output(kafka, Topics.DISPATCH_ADVICE)
                        .andThen(
                                SqlTables.output("shutdown_advice", SqlTables.shutdownAdvice(sql))),
                KafkaTopics.<PayloadAdvice>output(kafka, Topics.PAYLOAD_COACHING)
                        .andThen(SqlTables.output("payload_advice", SqlTables.payloadAdvice(sql))),
                KafkaTopics.<ConsumptionOutlier>output(kafka, Topics.CONSUMPTION_OUTLIERS)
                        .andThen(
                                SqlTables.output(
                                        "consumption_outlier", SqlTables.consumptionOutliers(sql))),
                SqlTables.output("ledger_shift", SqlTables.ledgerShifts(sql)),
                SqlTables.output("fuel_saving", SqlTables.savings(sql)),
                KafkaTopics.output(kafka, Topics.READINGS_LATE));
    }
}
