package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.fleet.FleetHistory;
import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import java.util.List;
import java.util.Objects;

/**
 * Counts of the records on which a model was evaluated. The model predicts the litres between two
 * refuellings of a truck.
 *
 * @param cycles number of haul cycles
 * @param withLift number of haul cycles whose lift (difference in elevation) is known
 * @param refuels number of refuellings
 * @param intervals number of usable intervals between refuellings
 * @param trucks number of trucks with usable intervals
 * @param report the report of the records that were left out
 */
public record RefuelData(
        int cycles, int withLift, int refuels, int intervals, int trucks, InputReport report) {

    static RefuelData of(FleetHistory history, List<RefuelInterval> usable) {
        return new RefuelData(
                history.cycles().size(),
                (int)
                        history.cycles().stream()
                                .map(cycle -> cycle.liftM())
                                .filter(Objects::nonNull)
                                .count(),
                history.refuels().size(),
                usable.size(),
                (int) usable.stream().map(RefuelInterval::truckId).distinct().count(),
                history.report());
    }
}
