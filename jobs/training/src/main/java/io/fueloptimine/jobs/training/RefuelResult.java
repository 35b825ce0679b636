package io.fueloptimine.jobs.training;

import io.fueloptimine.models.fuel.refuel.RefuelModel;
import io.fueloptimine.models.training.refuel.RefuelEvaluation;
import java.util.List;

/**
 * What came of learning litres between refuellings.
 *
 * @param data what was judged on
 * @param model what was learnt, from all intervals there are to learn from
 * @param evaluations what each way to learn is worth, the model's own first
 */
public record RefuelResult(
        RefuelData data, RefuelModel model, List<RefuelEvaluation> evaluations) {}
