package io.fueloptimine.models.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedMinesTest {

    @Test
    void passEveryCheckOfMineFiles() {
        Path folder = Path.of("..", "..", "deploy", "local", "mines");

        assertThat(MineSites.read(folder).bySite()).isNotEmpty();
    }
}
