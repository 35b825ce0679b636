package io.fueloptimine.jobs.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.simulator.channel.OutboundMessage;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.MineSiteFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MineMessagesTest {

    private final MineSite site = MineSiteFile.read(FuelHome.find().mine());

    @Test
    void saysNothingTwiceAndTheSameAtEveryCall() {
        MineMessages mine = new MineMessages(site);
        List<String> said = new ArrayList<>(texts(mine.next(300)));
        said.addAll(texts(mine.next(700)));

        assertThat(said).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(texts(new MineMessages(site).next(1_000))).isEqualTo(said);
    }

    private static List<String> texts(List<OutboundMessage> messages) {
        return messages.stream()
                .map(
                        message ->
                                message.topic()
                                        + new String(message.payload(), StandardCharsets.UTF_8))
                .toList();
    }
}
