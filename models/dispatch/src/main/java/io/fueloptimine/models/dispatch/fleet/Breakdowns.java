package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.StopReason;
import java.util.Optional;

/** Breakdowns of trucks and loading units, as triggers of new plans. */
public final class Breakdowns {

    private Breakdowns() {}

    /** Whether a change of state says that its machine is down. */
    public static boolean isDown(StateChange change) {
        return change.stopReason() == StopReason.DOWN;
    }

    /**
     * The trigger that follows from a change of state.
     *
     * @param reading a reading with a change of state
     * @param wasDown whether the machine was down before
     * @return empty when the machine stays down or stays in service
     */
    public static Optional<PlanTrigger> trigger(Reading reading, boolean wasDown) {
        boolean isDown = isDown(reading.state());
        if (isDown == wasDown) {
            return Optional.empty();
        }
        PlanCause cause = isDown ? PlanCause.MACHINE_DOWN : PlanCause.MACHINE_UP;
        return Optional.of(
                new PlanTrigger(reading.site(), cause, reading.machineId(), reading.time()));
    }
}
