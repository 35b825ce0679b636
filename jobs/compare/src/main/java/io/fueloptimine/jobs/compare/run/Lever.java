package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.jobs.compare.lever.ActiveLever;
import io.fueloptimine.jobs.compare.lever.GradingLever;
import io.fueloptimine.jobs.compare.lever.PayloadLever;
import io.fueloptimine.jobs.compare.lever.ShutdownLever;
import io.fueloptimine.jobs.compare.lever.SpeedLever;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A way to save diesel that can be measured alone: runs with and without it. */
public enum Lever {

    /** The dispatch of this software chooses the destinations; without it, fixed pairs. */
    ROUTING,

    /** Surplus trucks park under the dispatch of this software. */
    PARKING,

    /** Trucks that wait for long switch their engines off. */
    IDLE_SHUTDOWN,

    /** Loading units load to the nominal payload. */
    PAYLOAD,

    /** Graders repair the roads that cost most. */
    ROADS,

    /** The dispatch of this software learns what each truck burns, and prices its trips by it. */
    DRIFTED_TRUCKS,

    /** The dispatch of this software prices trips at the speeds that trucks drove lately. */
    MEASURED_SPEEDS,

    /** The levers that ship switched on, together: routing, parking and idle shutdown. */
    TOGETHER;

    /** The name in options and reports, for example {@code idle-shutdown}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The policy of the runs with the lever.
     *
     * @param given the policy with which levers beside the dispatch are measured
     */
    PolicyName policyWith(PolicyName given) {
        return switch (this) {
            case ROUTING, PARKING, DRIFTED_TRUCKS, MEASURED_SPEEDS, TOGETHER ->
                    PolicyName.FUELOPTIMINE;
            case IDLE_SHUTDOWN, PAYLOAD, ROADS -> given;
        };
    }

    /** The policy of the runs without the lever. */
    PolicyName policyWithout(PolicyName given) {
        return switch (this) {
            case ROUTING, TOGETHER -> PolicyName.FIXED;
            case PARKING, DRIFTED_TRUCKS, MEASURED_SPEEDS -> PolicyName.FUELOPTIMINE;
            case IDLE_SHUTDOWN, PAYLOAD, ROADS -> given;
        };
    }

    /** What is switched on in the runs with the lever. */
    Set<Lever> switchedOn() {
        return switch (this) {
            case ROUTING -> Set.of(DRIFTED_TRUCKS);
            case TOGETHER -> Set.of(PARKING, IDLE_SHUTDOWN, DRIFTED_TRUCKS);
            case PARKING, IDLE_SHUTDOWN, PAYLOAD, ROADS -> Set.of(this, DRIFTED_TRUCKS);
            case DRIFTED_TRUCKS -> Set.of(PARKING, DRIFTED_TRUCKS);
            case MEASURED_SPEEDS -> Set.of(PARKING, DRIFTED_TRUCKS, MEASURED_SPEEDS);
        };
    }

    /** What is switched on in the runs without the lever. */
    Set<Lever> switchedOnWithout() {
        return switch (this) {
            case DRIFTED_TRUCKS -> Set.of(PARKING);
            case MEASURED_SPEEDS -> Set.of(PARKING, DRIFTED_TRUCKS);
            default -> Set.of(DRIFTED_TRUCKS);
        };
    }

    /** The lever for one run; empty for one that is part of the policy. */
    Optional<ActiveLever> active(MineSite mine) {
        return switch (this) {
            case IDLE_SHUTDOWN -> Optional.of(new ShutdownLever(mine));
            case PAYLOAD -> Optional.of(new PayloadLever(mine));
            case ROADS -> Optional.of(new GradingLever(mine));
            case MEASURED_SPEEDS -> Optional.of(new SpeedLever(mine));
            case ROUTING, PARKING, DRIFTED_TRUCKS, TOGETHER -> Optional.empty();
        };
    }
}
