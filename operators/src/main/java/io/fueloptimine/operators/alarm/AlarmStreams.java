package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertCommandAnswer;
import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.TankEvent;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What the alarm rules find.
 *
 * @param alerts alarms after each change
 * @param answers answers to the commands of people
 * @param tankEvents refuellings and losses of tanks; all records of a machine are on one subtask
 * @param intervals reconciled intervals; all records of a machine are on one subtask
 */
public record AlarmStreams(
        SingleOutputStreamOperator<Alert> alerts,
        DataStream<AlertCommandAnswer> answers,
        DataStream<TankEvent> tankEvents,
        DataStream<FuelReconciliation> intervals) {}
