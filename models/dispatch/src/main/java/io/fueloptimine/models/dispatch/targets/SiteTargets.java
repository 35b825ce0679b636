package io.fueloptimine.models.dispatch.targets;

import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
import io.fueloptimine.models.mine.input.FieldFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The accepted targets of one site: those that will apply, those that apply, and for a day those
 * that have ended, so that a repeated record is recognised. All times are compared with the time of
 * the fleet. Immutable.
 *
 * @param targets the targets, sorted by their beginning and id
 */
public record SiteTargets(List<DispatchTarget> targets) {

    /** The largest number of targets of a site. */
    public static final int MAX_TARGETS = 200;

    private static final Duration KEPT = Duration.ofDays(1);

    private static final Comparator<DispatchTarget> ORDER =
            Comparator.comparing(DispatchTarget::from).thenComparing(DispatchTarget::targetId);

    public SiteTargets {
        targets = List.copyOf(targets);
    }

    /** No targets. */
    public static SiteTargets none() {
        return new SiteTargets(List.of());
    }

    /**
     * What follows from a target.
     *
     * @param targets the targets after it; the same object as before when nothing changed
     * @param answer the answer to the record
     */
    public record Outcome(SiteTargets targets, TargetAnswer answer) {}

    /**
     * Adds a target. A repeated target is accepted again and changes nothing; another target with
     * an id that is in use is refused.
     *
     * @param now the time of the fleet; null before it is known
     */
    public Outcome with(DispatchTarget target, Instant now) {
        Optional<DispatchTarget> known =
                targets.stream().filter(one -> one.targetId().equals(target.targetId())).findAny();
        if (known.isPresent()) {
            return known.get().equals(target)
                    ? new Outcome(this, TargetAnswer.accepted(target.targetId()))
                    : refused(
                            target,
                            "targetId",
                            target.targetId(),
                            "an id that no other target of the site has");
        }
        if (now != null && !target.until().isAfter(now)) {
            return refused(
                    target,
                    "until",
                    target.until().toString(),
                    "a time after the present time of the fleet, " + now);
        }
        if (targets.size() >= MAX_TARGETS) {
            return refused(
                    target,
                    "targetId",
                    target.targetId(),
                    "at most " + MAX_TARGETS + " targets of a site at a time");
        }
        List<DispatchTarget> all = new ArrayList<>(targets);
        all.add(target);
        all.sort(ORDER);
        return new Outcome(new SiteTargets(all), TargetAnswer.accepted(target.targetId()));
    }

    private Outcome refused(DispatchTarget target, String field, String value, String expected) {
        return new Outcome(
                this,
                TargetAnswer.refused(
                        target.targetId(), List.of(new FieldFault(field, value, expected))));
    }

    /**
     * The targets without those that ended more than a day ago; the same object when there are
     * none.
     *
     * @param now the time of the fleet
     */
    public SiteTargets withoutEnded(Instant now) {
        List<DispatchTarget> kept =
                targets.stream().filter(one -> one.until().plus(KEPT).isAfter(now)).toList();
        return kept.size() == targets.size() ? this : new SiteTargets(kept);
    }

    /**
     * The rates that apply at a time. Of two targets with the same face, dump or material, the one
     * that began later applies.
     */
    public List<RateTarget> ratesAt(Instant now) {
        List<RateTarget> rates = new ArrayList<>();
        for (DispatchTarget target : targets) {
            if (target.isActiveAt(now)) {
                for (DispatchTarget.Item item : target.items()) {
                    RateTarget rate = rateOf(item);
                    rates.removeIf(earlier -> earlier.subject().equals(rate.subject()));
                    rates.add(rate);
                }
            }
        }
        return List.copyOf(rates);
    }

    /**
     * The first beginning or end of a target after the last plan, as the cause of a new plan; empty
     * when there is none.
     *
     * @param lastPlanAt the time of the fleet at the last plan
     * @param now the time of the fleet
     */
    public Optional<PlanTrigger> changeBetween(Instant lastPlanAt, Instant now) {
        List<PlanTrigger> changes = new ArrayList<>();
        for (DispatchTarget target : targets) {
            if (isBetween(target.from(), lastPlanAt, now)) {
                changes.add(trigger(target, PlanCause.TARGETS_BEGIN, target.from()));
            }
            if (isBetween(target.until(), lastPlanAt, now)) {
                changes.add(trigger(target, PlanCause.TARGETS_END, target.until()));
            }
        }
        return changes.stream().min(Comparator.comparing(PlanTrigger::at));
    }

    private static boolean isBetween(Instant time, Instant after, Instant now) {
        return time.isAfter(after) && !time.isAfter(now);
    }

    private static PlanTrigger trigger(DispatchTarget target, PlanCause cause, Instant at) {
        return new PlanTrigger(target.site(), cause, target.targetId(), at);
    }

    private static RateTarget rateOf(DispatchTarget.Item item) {
        return new RateTarget(
                item.faceId(),
                item.dumpId(),
                item.material(),
                item.minTph(),
                item.maxTph(),
                item.priority());
    }
}
