package io.fueloptimine.models.mine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void readsEveryKindOfMachineButNotWhatGoesOutToThem() {
        assertThat(Topics.mqttFilters("pit"))
                .containsExactly(
                        "pit/v1/haultruck/#",
                        "pit/v1/shovel/#",
                        "pit/v1/aux/#",
                        "pit/v1/fuelbay/#");
    }
}
