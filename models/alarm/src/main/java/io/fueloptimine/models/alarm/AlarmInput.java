package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;

/**
 * A record that another job or a person sends to job alarms, from one of several topics with few
 * records. Exactly one component is given.
 *
 * @param plan a plan of job dispatch; null for other records
 * @param signal a drift of job fuel or a signal of another job; null for other records
 * @param command a person's command as JSON, or what was sent instead; null for other records
 */
public record AlarmInput(DispatchPlan plan, AlarmSignal signal, String command) {

    public static AlarmInput of(DispatchPlan plan) {
        return new AlarmInput(plan, null, null);
    }

    public static AlarmInput of(DriftEvent drift) {
        return new AlarmInput(null, DriftSignals.of(drift), null);
    }

    public static AlarmInput of(ReportedSignal signal) {
        return new AlarmInput(null, AlarmSignal.of(signal), null);
    }

    /** A record of the topic of commands, which may be anything. */
    public static AlarmInput ofCommand(String json) {
        return new AlarmInput(null, null, json);
    }
}
