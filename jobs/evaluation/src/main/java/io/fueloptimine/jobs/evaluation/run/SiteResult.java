package io.fueloptimine.jobs.evaluation.run;

import io.fueloptimine.jobs.evaluation.match.AlarmMatching;
import io.fueloptimine.jobs.evaluation.scenario.EvaluationScenario;
import java.util.Map;

/**
 * The result of one seed of a scenario.
 *
 * @param machineDays machines times simulated days
 * @param byDetector the alarms of each detector, assigned to the faults
 */
public record SiteResult(
        EvaluationScenario scenario,
        long seed,
        double machineDays,
        Map<Detector, AlarmMatching> byDetector) {

    public SiteResult {
        byDetector = Map.copyOf(byDetector);
    }
}
