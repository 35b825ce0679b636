package io.fueloptimine.jobs.backfill.run;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.jobs.alarms.AlarmsOutputs;
import io.fueloptimine.jobs.fuel.FuelOutputs;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.Reading;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The SQL tables of jobs fuel and alarms, without the topics. What is for the present only is
 * discarded: requests for new models, road states and answers to people.
 */
final class SqlOutputs {

    private SqlOutputs() {}

    /** The tables of job fuel; records of late readings are discarded. */
    static FuelOutputs fuel(SqlConnection sql) {
        return new FuelOutputs(
                SqlTables.output("haul_cycle", SqlTables.haulCycles(sql)),
                SqlTables.<ScoredWindow>output("fuel_window", SqlTables.fuelWindows(sql))
                        .andThen(SqlTables.output("window_now", SqlTables.latestWindows(sql))),
                SqlTables.output("drift_event", SqlTables.driftEvents(sql)),
                SqlTables.output("data_drift", SqlTables.dataDrift(sql)),
                discarded("retrain"),
                SqlTables.<Reading>output("refuel", SqlTables.refuels(sql))
                        .andThen(SqlTables.output("state_now", SqlTables.latestStates(sql))),
                SqlTables.output("road_excess", SqlTables.roadExcesses(sql)),
                SqlTables.output("shutdown_advice", SqlTables.shutdownAdvice(sql)),
                SqlTables.output("payload_advice", SqlTables.payloadAdvice(sql)),
                SqlTables.output("consumption_outlier", SqlTables.consumptionOutliers(sql)),
                SqlTables.output("ledger_shift", SqlTables.ledgerShifts(sql)),
                SqlTables.output("fuel_saving", SqlTables.savings(sql)),
                discarded("late"));
    }

    /** The tables of job alarms. */
    static AlarmsOutputs alarms(SqlConnection sql) {
        return new AlarmsOutputs(
                SqlTables.<Alert>output("alert", SqlTables.alerts(sql))
                        .andThen(SqlTables.output("alert_state", SqlTables.alertStates(sql)))
                        .andThen(SqlTables.output("alarm_now", SqlTables.latestAlarms(sql))),
                discarded("answers"),
                discarded("roads"),
                SqlTables.output("rejected_reading", SqlTables.rejectedReadings(sql)),
                SqlTables.output("quality_hour", SqlTables.qualityHours(sql)),
                // The live job writes these to a topic that it reads itself.
                SqlTables.output("window_expectation", SqlTables.rejectedReadings(sql)),
                SqlTables.output("tank_event", SqlTables.tankEvents(sql)),
                SqlTables.output("fuel_reconciliation", SqlTables.fuelReconciliations(sql)));
    }

    static <T> Consumer<DataStream<T>> discarded(String name) {
        return stream ->
                stream.sinkTo(new DiscardingSink<>())
                        .uid("discarded-" + name)
                        .name("Discard " + name);
    }
}
