package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.LearntForests;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.training.evaluation.Judge;
import io.fueloptimine.models.training.evaluation.JudgedRow;
import io.fueloptimine.models.training.evaluation.Judgement;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model is worth, beside what its baselines are.
 *
 * @param judged what it expected of the test, the later hours of machines that it never saw; its
 *     interval calibrated without these rows
 * @param unseen what cross-validation expected of every row, each by a model that never saw the
 *     row's machine
 * @param physics what haul physics expected of every row, in the same order
 * @param worth of the model ({@link ModelMetadata#MODEL}) and each baseline on the test, and of
 *     {@link #UNSEEN_MACHINES}
 */
public record Verdict(
        List<JudgedRow> judged,
        List<JudgedRow> unseen,
        List<JudgedRow> physics,
        Map<String, Judgement> worth) {

    /** Cross-validation grouped by machine, beside the test. */
    public static final String UNSEEN_MACHINES = "model-unseen-machines";

    /**
     * Judges the forests and the baselines on the test.
     *
     * @param forests with a calibration that knows nothing of the test
     * @param unseen what cross-validation says of every row
     */
    static Verdict of(
            Judge judge,
            TrainingTable test,
            LearntForests forests,
            Baselines baselines,
            CrossValidation unseen) {
        List<JudgedRow> judged = ForestJudging.of(test, forests);
        Map<String, Judgement> worth = new TreeMap<>();
        worth.put(ModelMetadata.MODEL, judge.judge(judged));
        List<JudgedRow> every = unseen.judged();
        worth.put(UNSEEN_MACHINES, judge.judge(every));
        baselines.judged(test).forEach((name, rows) -> worth.put(name, judge.judge(rows)));
        return new Verdict(judged, every, baselines.physics(unseen.table()), worth);
    }

    /** What the test says of the model itself. */
    public Judgement ofModel() {
        return worth.get(ModelMetadata.MODEL);
    }

    /** What cross-validation grouped by machine says of it. */
    public Judgement ofUnseenMachines() {
        return worth.get(UNSEEN_MACHINES);
    }
}
