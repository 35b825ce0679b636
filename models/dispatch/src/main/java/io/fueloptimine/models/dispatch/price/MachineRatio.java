package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * What is known of the ratio of a truck's burnt litres to expected litres. Immutable.
 *
 * <p>The ratio is the sum of burnt litres over the sum of expected litres, both with {@link
 * PriceSettings#priorL()} litres of the prior ratio added: little evidence therefore changes the
 * ratio little. Old litres lose half of their weight in {@link PriceSettings#halfLifeH()}. The
 * prior ratio is 1 until a drift is detected; then it is the ratio that the detector measured, and
 * the litres from before the detection no longer count.
 *
 * @param priorRatio the ratio without evidence
 * @param burntL weighted litres burnt
 * @param expectedL weighted litres expected, the evidence
 * @param since spans that begin before this time do not count (UTC)
 * @param latest end of the latest span that counted (UTC)
 * @param model name and version of the model that expected the litres; empty before the first span
 */
public record MachineRatio(
        double priorRatio,
        double burntL,
        double expectedL,
        Instant since,
        Instant latest,
        String model) {

    /** The metric of the drift events that concern a truck's ratio. */
    public static final String DRIFT_METRIC = "residualRatio";

    private static final MachineRatio UNKNOWN =
            new MachineRatio(1, 0, 0, Instant.EPOCH, Instant.EPOCH, "");

    /** The ratio of a truck of which nothing is known: 1. */
    public static MachineRatio unknown() {
        return UNKNOWN;
    }

    /**
     * A copy with one more residual. Spans that were counted before or that began before the latest
     * drift are ignored, so that a repeated record has no effect. After a change of the model the
     * ratio so far is the prior ratio.
     */
    public MachineRatio with(FuelResidual residual, PriceSettings settings) {
        if (residual.from().isBefore(since)
                || residual.from().isBefore(latest)
                || residual.expectedL() < settings.minExpectedL()) {
            return this;
        }
        boolean otherModel = !model.isEmpty() && !model.equals(residual.model());
        double weight = otherModel ? 0 : weightAt(residual.to(), settings);
        double burnt = Math.min(residual.burntL(), settings.maxRatio() * residual.expectedL());
        return new MachineRatio(
                otherModel ? at(residual.to(), settings).ratio() : priorRatio,
                burntL * weight + burnt,
                expectedL * weight + residual.expectedL(),
                since,
                residual.to(),
                residual.model());
    }

    /**
     * A copy after a detected drift of the residual ratio. The ratio that the detector measured
     * applies at once. Events of other metrics and events older than the latest one are ignored.
     */
    public MachineRatio with(DriftEvent drift, PriceSettings settings) {
        boolean news =
                DRIFT_METRIC.equals(drift.metric())
                        && Double.isFinite(drift.meanAfter())
                        && drift.detectedAt().isAfter(since);
        if (!news) {
            return this;
        }
        double ratio = Math.min(settings.maxRatio(), Math.max(0, 1 + drift.meanAfter()));
        return new MachineRatio(ratio, 0, 0, drift.detectedAt(), drift.detectedAt(), model);
    }

    /** The estimate at a time, which is not before the latest span. */
    public Estimate at(Instant time, PriceSettings settings) {
        double weight = weightAt(time, settings);
        double evidenceL = expectedL * weight;
        double ratio =
                (burntL * weight + settings.priorL() * priorRatio)
                        / (evidenceL + settings.priorL());
        return new Estimate(ratio, evidenceL, ratio > settings.workshopRatio());
    }

    private double weightAt(Instant time, PriceSettings settings) {
        double hours = Duration.between(latest, time).toMillis() / 3_600_000.0;
        return hours <= 0 ? 1 : Math.pow(0.5, hours / settings.halfLifeH());
    }

    /**
     * The ratio of burnt to expected litres.
     *
     * @param ratio the ratio, 1 for a truck that burns what is expected
     * @param evidenceL expected litres since the latest drift, old ones with less weight
     * @param needsWorkshop whether the ratio is above {@link PriceSettings#workshopRatio()}
     */
    public record Estimate(double ratio, double evidenceL, boolean needsWorkshop) {}
}
