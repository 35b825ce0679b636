package io.fueloptimine.models.fuel.refuel;

import static io.fueloptimine.models.fuel.refuel.Hauls.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkSpanTest {

    private static final Work SIX_KM = Work.of(Map.of(WorkItem.EMPTY_KM, 6.0));

    private final WorkSpan hour = new WorkSpan(at(60), at(120), 0, SIX_KM);

    @Test
    void countsByTheShareOfItsTimeThatFallsIntoAnInterval() {
        assertThat(km(hour.within(at(0), at(500)))).isEqualTo(6);
        assertThat(km(hour.within(at(60), at(70)))).isCloseTo(1, within(1e-9));
        assertThat(km(hour.within(at(110), at(500)))).isCloseTo(1, within(1e-9));
        assertThat(hour.within(at(0), at(60))).isEqualTo(Work.NONE);
        assertThat(hour.within(at(120), at(180))).isEqualTo(Work.NONE);
    }

    @Test
    void isSplitCompletelyByAnySequenceOfRefuellings() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            double[] cuts = random.doubles(1 + random.nextInt(6), 30, 150).sorted().toArray();
            double sum = km(hour.within(at(0), at(cuts[0])));
            for (int i = 1; i < cuts.length; i++) {
                sum += km(hour.within(at(cuts[i - 1]), at(cuts[i])));
            }
            sum += km(hour.within(at(cuts[cuts.length - 1]), at(500)));

            assertThat(sum).isCloseTo(6, within(1e-5));
        }
    }

    @Test
    void aSpanWithoutLengthBelongsToTheIntervalThatItBeginsIn() {
        WorkSpan instant = new WorkSpan(at(60), at(60), 0, SIX_KM);

        assertThat(instant.within(at(0), at(60))).isEqualTo(SIX_KM);
        assertThat(instant.within(at(60), at(120))).isEqualTo(Work.NONE);
    }

    @Test
    void aSpanWhoseClocksRunBackwardsIsCountedOnce() {
        WorkSpan backwards = new WorkSpan(at(60), at(50), 0, SIX_KM);

        assertThat(backwards.within(at(0), at(55))).isEqualTo(Work.NONE);
        assertThat(backwards.within(at(55), at(70))).isEqualTo(SIX_KM);
    }

    @Test
    void theTimeAtTheFuelBayHoldsNoWork() {
        WorkSpan refuelled = new WorkSpan(at(0), at(60), 20 * 60, SIX_KM);

        assertThat(km(refuelled.within(at(0), at(20)))).isCloseTo(3, within(1e-9));
        assertThat(km(refuelled.within(at(40), at(60)))).isCloseTo(3, within(1e-9));
    }

    @Test
    void aSpanThatWasSpentAtTheFuelBayEntirelyIsNotMultiplied() {
        WorkSpan atTheBay = new WorkSpan(at(0), at(20), 20 * 60, SIX_KM);

        assertThat(atTheBay.within(at(-10), at(100))).isEqualTo(SIX_KM);
    }

    @Test
    void workIsAddedItemByItemWithoutChangingItsParts() {
        Work hauls = Work.of(Map.of(WorkItem.LOADED_H, 1.0, WorkItem.EMPTY_KM, 2.0));
        Work sum = hauls.plus(SIX_KM).plus(SIX_KM.times(0.5));

        assertThat(km(sum)).isEqualTo(11);
        assertThat(sum.amount(WorkItem.LOADED_H)).isEqualTo(1);
        assertThat(sum.without(WorkItem.EMPTY_KM)).isEqualTo(Work.of(WorkItem.LOADED_H, 1));
        sum.amounts()[WorkItem.EMPTY_KM.ordinal()] = 99;
        assertThat(km(sum)).isEqualTo(11);
        assertThat(km(hauls)).isEqualTo(2);
    }

    private static double km(Work work) {
        return work.amount(WorkItem.EMPTY_KM);
    }
}
