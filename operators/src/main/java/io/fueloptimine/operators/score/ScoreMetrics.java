package io.fueloptimine.operators.score;

import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.scoring.CurrentModels;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * The metrics of {@link ScoreWindows}. Means are exponential moving averages over about a hundred
 * windows. Updated by the task thread only.
 */
final class ScoreMetrics {

    /** The weight of the newest window in the moving averages, 0 to 1. */
    private static final double NEWEST = 0.01;

    private final Counter windowsScored;
    private final Counter windowsByPhysics;
    private double meanResidualL;
    private double challengerMeanAbsGainL;

    /**
     * The version of the challenger to which the gain refers; null while there is no challenger.
     */
    private String challenger;

    ScoreMetrics(MetricGroup metrics, CurrentModels models) {
        windowsScored = metrics.counter("windowsScored");
        windowsByPhysics = metrics.counter("windowsByPhysics");
        metrics.gauge("modelVersion", () -> models.now().champion().version());
        metrics.gauge("challengerVersion", () -> models.now().challengerVersion());
        metrics.gauge("modelsRefused", models::refused);
        metrics.gauge("meanResidualL", () -> meanResidualL);
        metrics.gauge("challengerMeanAbsGainL", () -> challengerMeanAbsGainL);
    }

    void count(ScoredWindow score) {
        windowsScored.inc();
        if (PhysicsModel.NAME.equals(score.modelName())) {
            windowsByPhysics.inc();
        }
        meanResidualL += NEWEST * (score.residualL() - meanResidualL);
        if (score.challengerVersion() != null) {
            measureGain(score);
        }
    }

    private void measureGain(ScoredWindow score) {
        if (!score.challengerVersion().equals(challenger)) {
            challenger = score.challengerVersion();
            challengerMeanAbsGainL = 0;
        }
        double gainL =
                Math.abs(score.residualL())
                        - Math.abs(score.window().fuelL() - score.challengerL());
        challengerMeanAbsGainL += NEWEST * (gainL - challengerMeanAbsGainL);
    }
}
