package io.fueloptimine.jobs.broker.hivemq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupportedVersionTest {

    @Test
    void supportsTheVersionOnTheClassPath() {
        assertThat(SupportedVersion.faultOf(SupportedVersion.onClassPath())).isEmpty();
    }

    @Test
    void namesBothVersionsWhenAnotherOneIsUsed() {
        assertThat(SupportedVersion.faultOf("2026.1"))
                .hasValueSatisfying(
                        fault -> assertThat(fault).contains("2025.5", "2026.1", "HIVEMQ.md"));
    }

    @Test
    void failsTheStartUntilThePatchesAreApplied() {
        assertThatThrownBy(new HiveMqPatches(Optional.empty())::requireApplied)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the patches of HiveMQ CE were not applied");
    }
}
