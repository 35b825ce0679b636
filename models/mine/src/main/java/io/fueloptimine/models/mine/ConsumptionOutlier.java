package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * How much a machine or an operator burns above what the model expects, with the effects of
 * machines and operators separated.
 *
 * @param site the mine
 * @param kind whether {@code code} is a machine or an operator
 * @param code id of the machine, or code of the operator
 * @param at end of the newest window that was used (UTC)
 * @param hours hours of the windows that were used, h
 * @param ratio litres burnt divided by those of an average machine or operator at the same work
 * @param lowRatio lower end of the interval of {@code ratio}, at 95 % for all machines, or all
 *     operators, of the site together
 * @param highRatio upper end of this interval
 */
public record ConsumptionOutlier(
        String site,
        Kind kind,
        String code,
        Instant at,
        double hours,
        double ratio,
        double lowRatio,
        double highRatio) {

    /** Whose consumption it is. */
    public enum Kind {
        MACHINE,
        OPERATOR
    }

    /** Whether the interval excludes the average consumption. */
    public boolean standsOut() {
        return lowRatio > 1 || highRatio < 1;
    }
}
