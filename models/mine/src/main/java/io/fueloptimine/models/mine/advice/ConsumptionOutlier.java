package io.fueloptimine.models.mine.advice;

import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;

/**
 * How much a machine or an operator burns above what the model expects, with the effects of
 * machines and operators separated. Each record replaces the one before of the same machine or
 * operator.
 *
 * @param site the mine
 * @param kind whether {@code code} is a machine or an operator
 * @param code id of the machine, or code of the operator
 * @param at time up to which windows were used (UTC)
 * @param hours hours of the windows that were used, h
 * @param shifts number of shifts in which the machine, or the operator, worked
 * @param ratio litres burnt divided by those of an average machine or operator at the same work
 * @param lowRatio lower end of the interval of {@code ratio}, at 95 % for all machines, or all
 *     operators, of the site together
 * @param highRatio upper end of this interval
 * @param rank 1 for the highest ratio of its kind; only those whose interval excludes 1 have a
 *     rank, null for the others
 */
public record ConsumptionOutlier(
        String site,
        Kind kind,
        String code,
        Instant at,
        double hours,
        int shifts,
        double ratio,
        double lowRatio,
        double highRatio,
        Integer rank)
        implements TopicRecord {

    private static final FieldCheck CHECK = new FieldCheck(ConsumptionOutlier.class);

    /** Whose consumption it is. */
    public enum Kind {
        MACHINE,
        OPERATOR
    }

    public ConsumptionOutlier {
        CHECK.name("site", site).required("kind", kind).required("code", code).required("at", at);
    }

    /** The key {@code site/kind/code}. */
    @Override
    public String topicKey() {
        return site + "/" + kind + "/" + code;
    }

    /** Whether the interval excludes the average consumption. */
    public boolean standsOut() {
        return lowRatio > 1 || highRatio < 1;
    }

    /** A copy with a rank. */
    public ConsumptionOutlier withRank(int newRank) {
        return new ConsumptionOutlier(
                site, kind, code, at, hours, shifts, ratio, lowRatio, highRatio, newRank);
    }
}
