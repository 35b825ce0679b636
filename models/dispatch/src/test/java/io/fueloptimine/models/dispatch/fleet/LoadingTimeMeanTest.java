package io.fueloptimine.models.dispatch.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.plan.FlatMine;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoadingTimeMeanTest {

    private static final Instant AT = FlatMine.AT;

    @Test
    void isTheArithmeticMeanOfTheFirstTenLoads() {
        Random random = new Random(3);
        LoadingTimeMean mean = LoadingTimeMean.none();
        double sumS = 0;
        for (int i = 0; i < 10; i++) {
            assertThat(mean.hasEnoughLoads()).isFalse();
            int seconds = 60 + random.nextInt(300);
            sumS += seconds;
            mean = load(mean, i, seconds);
        }

        assertThat(mean.meanS()).isCloseTo(sumS / 10, within(1e-9));
        assertThat(mean.hasEnoughLoads()).isTrue();
    }

    @Test
    void followsALoadingUnitThatBecomesSlower() {
        LoadingTimeMean mean = LoadingTimeMean.none();
        for (int i = 0; i < 50; i++) {
            mean = load(mean, i, 100);
        }
        mean = load(mean, 50, 200);
        assertThat(mean.meanS()).isCloseTo(110, within(1e-9));

        for (int i = 51; i < 120; i++) {
            mean = load(mean, i, 200);
        }
        assertThat(mean.meanS()).isCloseTo(200, within(0.1));
    }

    @Test
    void endsALoadWhenTheNextOneStarts() {
        LoadingTimeMean mean = LoadingTimeMean.none().started(AT).started(AT.plusSeconds(120));

        assertThat(mean.loads()).isEqualTo(1);
        assertThat(mean.meanS()).isEqualTo(120);
        assertThat(mean.startedAt()).isEqualTo(AT.plusSeconds(120));
    }

    @Test
    void leavesOutLoadsOfNoOrOfImpossibleLength() {
        LoadingTimeMean one = load(LoadingTimeMean.none(), 0, 100);

        for (int seconds : new int[] {0, -5, 1_801, 100_000}) {
            LoadingTimeMean after = load(one, 1, seconds);
            assertThat(after.meanS()).as("%s s", seconds).isEqualTo(100);
            assertThat(after.loads()).isEqualTo(1);
            assertThat(after.startedAt()).isNull();
        }
        assertThat(load(one, 1, 1_800).loads()).isEqualTo(2);
    }

    @Test
    void ignoresAnEndWithoutAStart() {
        LoadingTimeMean one = load(LoadingTimeMean.none(), 0, 100);

        assertThat(one.ended(AT.plusSeconds(9_999))).isEqualTo(one);
    }

    private static LoadingTimeMean load(LoadingTimeMean mean, int number, int seconds) {
        Instant start = AT.plusSeconds(10_000L * number);
        return mean.started(start).ended(start.plusSeconds(seconds));
    }
}
