package io.fueloptimine.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.Topics;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobArgumentListsTest {

    private static final ConfigOption<List<String>> FILTERS =
            ConfigOptions.key("filters").stringType().asList().noDefaultValue();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mine-q",
                "north;south",
                "Don Luis' pit",
                "\"A\"",
                "- a",
                "[x]",
                "a: b",
                "Cami\u00F3n \uD83D\uDE9C",
                "#"
            })
    void aListOptionKeepsEverySiteName(String site) {
        Configuration configuration = new Configuration();
        configuration.setString("filters", JobArgumentLists.list(Topics.mqttFilters(site)));

        assertThat(configuration.get(FILTERS)).isEqualTo(Topics.mqttFilters(site));
    }
}
