package io.fueloptimine.models.dispatch.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Chooses the rule for a mine by simulating all of them with the times of its tables. A rule by
 * prices must move as much as the rule by time with as few litres per tonne, and must not miss more
 * of the dig plan. Used for a single choice.
 */
final class RuleChoice {

    /** Simulated trips of all trucks; fewer hours are simulated for more trucks. */
    private static final double TRIPS = 1_500;

    private static final double TRIPS_PER_HOUR = 4;
    private static final double MOST_HOURS = 8;
    private static final double LEAST_HOURS = 1.5;

    /** Missed tonnes of the dig plan that count as equal, by the tonnes moved. */
    private static final double EQUAL_SHORT = 0.01;

    /**
     * By how much fewer litres per tonne a rule must burn, because a simulation is not the mine.
     */
    private static final double MARGIN = 0.003;

    /** Simulations of each rule, with other random times. */
    private static final int DRAWS = 4;

    /** By how much more tonnes a rule must move, for the same reason. */
    private static final double TONNES_MARGIN = 0.008;

    /** In a large mine only rules of this worth are tried, because each worth needs solves. */
    private static final double LARGE_WORTH = 1.2;

    private final HaulTables tables;
    private final RateWishes wishes;
    private final BiPredicate<Integer, Integer> allowed;

    RuleChoice(HaulTables tables, RateWishes wishes, BiPredicate<Integer, Integer> allowed) {
        this.tables = tables;
        this.wishes = wishes;
        this.allowed = allowed;
    }

    private record Tried(TripRule rule, Rollout.Result result) {}

    /** The best rule. */
    TripRule best() {
        double trucks = Arrays.stream(wishes.trucks()).sum();
        double hours =
                Math.max(
                        LEAST_HOURS,
                        Math.min(MOST_HOURS, TRIPS / (TRIPS_PER_HOUR * Math.max(1, trucks))));
        Map<Double, HaulPrices> prices = new HashMap<>();
        List<Tried> tried = new ArrayList<>();
        for (TripRule rule : TripRule.ALL) {
            boolean planned = !rule.byPlan() || !wishes.faces().isEmpty();
            boolean quick = rule.byTime() || !tables.near.large() || rule.worth() == LARGE_WORTH;
            if (!planned || !quick) {
                continue;
            }
            HaulPrices by =
                    prices.computeIfAbsent(
                            rule.worth(), worth -> HaulPrices.solve(tables, wishes, worth));
            if (!rule.byTime() && Arrays.stream(by.unitTph()).sum() <= 0) {
                // At this worth the model hauls nothing; its prices say nothing of the hauls.
                continue;
            }
            List<Rollout.Result> results = new ArrayList<>();
            for (int draw = 0; draw < DRAWS; draw++) {
                results.add(new Rollout(tables, wishes, rule, by, hours, allowed, draw).run(hours));
            }
            tried.add(new Tried(rule, Rollout.Result.mean(results)));
        }
        return best(tried);
    }

    private static TripRule best(List<Tried> tried) {
        Tried best = tried.get(0);
        for (Tried other : tried) {
            double tolerance = EQUAL_SHORT * best.result().tonnes();
            if (other.rule().byTime()
                    && other.result().shortT() < best.result().shortT() - tolerance) {
                best = other;
            }
        }
        Rollout.Result peer = best.result();
        double bestScore = 0;
        for (Tried other : tried) {
            double score = score(other, peer);
            if (score > bestScore) {
                best = other;
                bestScore = score;
            }
        }
        return best.rule();
    }

    /** By how much a rule is better in tonnes and litres per tonne; negative when in one worse. */
    private static double score(Tried other, Rollout.Result peer) {
        double tonnes = other.result().tonnes() / Math.max(1, peer.tonnes()) - 1;
        double saved = 1 - other.result().litresPerTonne() / peer.litresPerTonne();
        boolean held = other.result().shortT() <= peer.shortT() + EQUAL_SHORT * peer.tonnes();
        boolean better = tonnes >= TONNES_MARGIN && saved >= MARGIN;
        return held && better ? Math.min(tonnes, 0.02) + saved : -1;
    }
}
