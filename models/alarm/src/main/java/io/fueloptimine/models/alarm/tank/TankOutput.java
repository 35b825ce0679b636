package io.fueloptimine.models.alarm.tank;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.TankEvent;

/** Receives what {@link TankFollower} finds. */
public interface TankOutput {

    /** A refuelling or loss, or a new state of one. */
    void event(TankEvent event);

    /** A reconciled interval, or a new state of one. */
    void interval(FuelReconciliation interval);

    /** An alarm's condition is present or gone. */
    void signal(AlarmSignal signal);
}
