package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartedPartsTest {

    private final List<String> closed = new ArrayList<>();
    private final StartedParts parts = new StartedParts();

    @Test
    void closesInReverseOrderOfStart() {
        parts.add(() -> closed.add("broker"));
        parts.add(() -> closed.add("Kafka"));
        parts.add(() -> closed.add("SQL"));

        parts.close();

        assertThat(closed).containsExactly("SQL", "Kafka", "broker");
    }

    @Test
    void aPartThatFailsToCloseDoesNotKeepOthersOpen() {
        parts.add(() -> closed.add("broker"));
        AutoCloseable failing =
                () -> {
                    throw new IOException("in use");
                };
        parts.add(failing);

        parts.close();

        assertThat(closed).containsExactly("broker");
    }

    @Test
    void closesEachPartOnce() {
        parts.add(() -> closed.add("broker"));

        parts.close();
        parts.close();

        assertThat(closed).containsExactly("broker");
    }
}
