package io.fueloptimine.jobs.backtest.mine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceIdsTest {

    @Test
    void namesThatDifferInOtherCharactersOnlyKeepDifferentIds() {
        PlaceIds ids = new PlaceIds();

        assertThat(ids.of("PRIM DOS")).isEqualTo("PRIM-DOS");
        assertThat(ids.of("PRIM/DOS")).isEqualTo("PRIM-DOS-2");
        assertThat(ids.of("PRIM DOS")).isEqualTo("PRIM-DOS");
    }
}
