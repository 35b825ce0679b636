package io.fueloptimine.jobs.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class NightlyTimeTest {

    @Test
    void isHalfPastTwoByDefault() {
        assertThat(nightly("--watch").at()).contains(LocalTime.of(2, 30));
        assertThat(nightly("--watch", "--nightly", "23:05").at()).contains(LocalTime.of(23, 5));
        assertThat(nightly("--watch", "--nightly", "off").at()).isEmpty();
    }

    private static NightlyTime nightly(String... arguments) {
        CommandLine line = new CommandLine(new RetrainCommand());
        line.parseArgs(arguments);
        return line.getCommandSpec().findOption("--nightly").getValue();
    }
}
