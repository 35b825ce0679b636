package io.fueloptimine.jobs.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsPageTest {

    private static final Path PAGE = Path.of("../../flink-conf/OPTIONS.md");

    @Test
    void thePageHasEveryOptionAndSetting() throws IOException {
        String text = OptionsPage.text();
        if (Boolean.getBoolean("fuel.options.write")) {
            Files.writeString(PAGE, text, StandardCharsets.UTF_8);
        }

        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
                .as("written anew with -Dfuel.options.write=true, as the page says")
                .isEqualTo(text);
    }
}
