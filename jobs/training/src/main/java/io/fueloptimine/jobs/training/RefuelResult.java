package io.fueloptimine.jobs.training;

import io.fueloptimine.models.fuel.refuel.RefuelModel;
import io.fueloptimine.models.training.refuel.RefuelEvaluation;
import java.util.List;

/**
 * The result of training the model that predicts the litres between two refuellings of a truck.
 *
 * @param data counts of the records of the evaluation
 * @param model the model, trained on all intervals
 * @param evaluations the evaluations: first of the model, then of the baselines
 * @param leftOut the rows and intervals that were left out, one line for each kind; after training
 *     and evaluation on two folders, the list contains the lines of both folders
 */
public record RefuelResult(
        RefuelData data,
        RefuelModel model,
        List<RefuelEvaluation> evaluations,
        List<String> leftOut) {}
