package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoakBrokerTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsOption(SoakBroker broker) {
        assertThat(SoakBroker.of(broker.option())).contains(broker);
    }

    @Test
    void isEmptyForAnUnknownOption() {
        assertThat(SoakBroker.of("emqx")).isEmpty();
    }

    @Test
    void labelsFaultsOfOtherPartsAlikeForBothBrokers() {
        assertThat(SoakBroker.MOSQUITTO.labelOf(Fault.NETWORK))
                .isEqualTo(SoakBroker.BUILT_IN.labelOf(Fault.NETWORK));
    }
}
