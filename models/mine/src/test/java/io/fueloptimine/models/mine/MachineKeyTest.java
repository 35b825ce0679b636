package io.fueloptimine.models.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineKeyTest {

    @Test
    void readsBackItsText() {
        MachineKey key = new MachineKey("andes", "T01");

        assertThat(key.asText()).isEqualTo("andes/T01");
        assertThat(MachineKey.parse("andes/T01")).isEqualTo(key);
        assertThat(MachineKey.textOf("andes", "T01")).isEqualTo(key.asText());
    }

    @Test
    void distinguishesMachinesOfOneNameAtTwoSites() {
        assertThat(new MachineKey("andes", "T01")).isNotEqualTo(new MachineKey("atacama", "T01"));
        assertThat(MachineKey.textOf("andes", "T01"))
                .isNotEqualTo(MachineKey.textOf("atacama", "T01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "andes", "/T01", "andes/", "andes/T01/x", "a//b"})
    void refusesTextThatIsNoKey(String text) {
        assertThatThrownBy(() -> MachineKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void namesThePartThatIsMissing() {
        assertThatThrownBy(() -> new MachineKey(null, "T01"))
                .hasMessage("site is 'null', expected a name without a slash");
        assertThatThrownBy(() -> new MachineKey("andes", "T/1"))
                .hasMessage("machineId is 'T/1', expected a name without a slash");
    }
}
