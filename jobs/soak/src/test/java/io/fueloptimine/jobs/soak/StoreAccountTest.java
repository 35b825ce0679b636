package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreAccountTest {

    private final StoreAccount account = new StoreAccount("lake readings", 100);

    @Test
    void eachKindOfDifferenceAloneMakesItInexact() {
        StoreAccount lost = new StoreAccount("a", 1);
        StoreAccount doubled = new StoreAccount("b", 1);
        StoreAccount unexpected = new StoreAccount("c", 1);
        lost.lost(1, "x");
        doubled.doubled(1, "x");
        unexpected.unexpected("x");

        assertThat(account.isExact()).isTrue();
        assertThat(lost.isExact()).isFalse();
        assertThat(doubled.isExact()).isFalse();
        assertThat(unexpected.isExact()).isFalse();
    }

    @Test
    void aLossIsNotBalancedByADoubledReading() {
        account.lost(1, "S-001 number 4");
        account.doubled(1, "S-001 number 5");

        assertThat(account.isExact()).isFalse();
        assertThat(account.lost()).isEqualTo(1);
        assertThat(account.doubled()).isEqualTo(1);
    }

    @Test
    void keepsTheFirstFiveExamplesAndCountsAll() {
        for (int i = 0; i < 1_000; i++) {
            account.lost(2, "number " + i);
        }

        assertThat(account.lost()).isEqualTo(2_000);
        assertThat(account.examples()).hasSize(5).first().isEqualTo("lost: number 0");
        assertThat(account.examples()).last().isEqualTo("lost: number 4");
    }
}
