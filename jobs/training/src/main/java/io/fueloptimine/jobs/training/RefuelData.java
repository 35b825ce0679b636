package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.fleet.FleetHistory;
import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import java.util.List;
import java.util.Objects;

/**
 * The records on which a model of litres between refuellings was evaluated.
 *
 * @param cycles haul cycles
 * @param withLift those whose lift is known
 * @param refuels refuellings
 * @param intervals usable intervals between them
 * @param trucks trucks with usable intervals
 * @param report the records that were left out
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
