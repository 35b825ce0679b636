package io.fueloptimine.models.dispatch.targets;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.input.FieldFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteTargetsTest {

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void appliesFromTheBeginningUntilBeforeTheEnd() {
        SiteTargets targets = with(target("a", 10, 20, "F1", 900));

        assertThat(targets.ratesAt(at(9))).isEmpty();
        assertThat(targets.ratesAt(at(10)))
                .containsExactly(RateTarget.ofFace("F1", 900.0, null, null));
        assertThat(targets.ratesAt(at(19))).hasSize(1);
        assertThat(targets.ratesAt(at(20))).isEmpty();
    }

    @Test
    void theTargetThatBeganLaterAppliesWhileItLasts() {
        SiteTargets targets =
                with(
                        target("late", 15, 18, "F1", 500),
                        target("early", 10, 20, "F1", 900),
                        target("other", 10, 20, "F2", 100));

        assertThat(targets.ratesAt(at(12))).extracting(RateTarget::minTph).contains(900.0, 100.0);
        assertThat(targets.ratesAt(at(16)))
                .extracting(RateTarget::minTph)
                .containsExactlyInAnyOrder(500.0, 100.0);
        assertThat(targets.ratesAt(at(18))).extracting(RateTarget::minTph).contains(900.0, 100.0);
    }

    @Test
    void causesAPlanAtTheBeginningAndAtTheEnd() {
        SiteTargets targets = with(target("a", 10, 20, "F1", 900));

        assertThat(targets.changeBetween(at(5), at(9))).isEmpty();
        assertThat(targets.changeBetween(at(5), at(10)))
                .contains(new PlanTrigger("pit", PlanCause.TARGETS_BEGIN, "a", at(10)));
        assertThat(targets.changeBetween(at(10), at(19))).isEmpty();
        assertThat(targets.changeBetween(at(10), at(25)))
                .contains(new PlanTrigger("pit", PlanCause.TARGETS_END, "a", at(20)));
    }

    @Test
    void recognisesARepeatAlsoAfterTheEnd() {
        DispatchTarget target = target("a", 10, 20, "F1", 900);
        SiteTargets targets = with(target);

        SiteTargets.Outcome repeat = targets.with(target, at(30));

        assertThat(repeat.answer().accepted()).isTrue();
        assertThat(repeat.targets()).isSameAs(targets);
    }

    @Test
    void refusesAnotherTargetWithTheIdAndATargetOfThePast() {
        SiteTargets targets = with(target("a", 10, 20, "F1", 900));

        assertThat(targets.with(target("a", 10, 20, "F1", 800), at(0)).answer().faults())
                .extracting(FieldFault::field)
                .containsExactly("targetId");
        SiteTargets.Outcome past = targets.with(target("b", 10, 20, "F1", 800), at(20));
        assertThat(past.answer().faults()).extracting(FieldFault::field).containsExactly("until");
        assertThat(past.targets()).isSameAs(targets);
    }

    @Test
    void forgetsATargetADayAfterItsEnd() {
        SiteTargets targets = with(target("a", 10, 20, "F1", 900));
        Instant end = at(20).plus(Duration.ofDays(1));

        assertThat(targets.withoutEnded(end.minusSeconds(1))).isSameAs(targets);
        assertThat(targets.withoutEnded(end).targets()).isEmpty();
    }

    @Test
    void keepsABoundedNumber() {
        SiteTargets targets = SiteTargets.none();
        for (int i = 0; i < SiteTargets.MAX_TARGETS; i++) {
            targets = targets.with(target("t" + i, 10, 20, "F1", 900), at(0)).targets();
        }

        assertThat(targets.with(target("one more", 10, 20, "F1", 900), at(0)).answer().accepted())
                .isFalse();
    }

    private static SiteTargets with(DispatchTarget... added) {
        SiteTargets targets = SiteTargets.none();
        for (DispatchTarget target : added) {
            targets = targets.with(target, at(0)).targets();
        }
        return targets;
    }

    private static DispatchTarget target(
            String id, int from, int until, String faceId, double minTph) {
        return new DispatchTarget(
                id,
                "pit",
                at(from),
                at(until),
                List.of(new DispatchTarget.Item(faceId, null, null, minTph, null, null)),
                "boss",
                "a test");
    }

    private static Instant at(int minute) {
        return NOW.plusSeconds(60L * minute);
    }
}
