package io.fueloptimine.jobs.evaluation.scenario;

import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;

/**
 * One simulated mine of a scenario.
 *
 * @param mine the mine, with a site name of its own for each seed
 * @param scenario what the simulator does
 * @param faults what alarms should say
 */
public record InjectedRun(MineSite mine, long seed, Scenario scenario, List<InjectedFault> faults) {

    public InjectedRun {
        faults = List.copyOf(faults);
    }
}
