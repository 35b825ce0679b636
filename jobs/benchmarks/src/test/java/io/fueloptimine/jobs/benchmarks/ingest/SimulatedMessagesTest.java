package io.fueloptimine.jobs.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedMessagesTest {

    private final MineSite site = MineSiteFile.read(FuelHome.find().mine());

    @Test
    void hasNoDuplicatesAndIsReproducible() {
        SimulatedMessages mine = new SimulatedMessages(site);
        List<String> messages = new ArrayList<>(texts(mine.next(300)));
        messages.addAll(texts(mine.next(700)));

        assertThat(messages).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(texts(new SimulatedMessages(site).next(1_000))).isEqualTo(messages);
    }

    private static List<String> texts(List<OutboundMessage> outbound) {
        return outbound.stream()
                .map(
                        message ->
                                message.topic()
                                        + new String(message.payload(), StandardCharsets.UTF_8))
                .toList();
    }
}
