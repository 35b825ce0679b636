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

    @Test
    void givesEachTruckATopicOfItsOwn() {
        assertThat(Topics.assignment("pit", "T1")).isEqualTo("pit/v1/dispatch/T1/assignment");
        assertThat(Topics.assignments("pit")).isEqualTo("pit/v1/dispatch/+/assignment");
    }
}
