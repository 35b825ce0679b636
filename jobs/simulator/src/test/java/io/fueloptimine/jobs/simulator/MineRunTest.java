package io.fueloptimine.jobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.jobs.simulator.delivery.RecordingPublisher;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.simulator.scenario.Span;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MineRunTest {

    @TempDir Path folder;
    private SimulationSettings settings;
    private StateFile stateFile;

    @BeforeEach
    void settings() {
        settings =
                SimulationSettings.of(
                        SmallMine.SITE, PublishSettings.plain("localhost", 1883), folder);
        stateFile = new StateFile(folder);
    }

    @Test
    void sameMessagesForTheSameSeed() throws Exception {
        RecordingPublisher once = new RecordingPublisher();
        RecordingPublisher again = new RecordingPublisher();
        run(newRun(once), 600);
        run(
                new MineRun(
                        settings,
                        new StateFile(folder.resolve("other")),
                        Optional.empty(),
                        again,
                        new ArrayDeque<>()),
                600);

        assertThat(texts(again)).isEqualTo(texts(once)).hasSizeGreaterThan(1_000);
    }

    @Test
    void continuesAfterAStopWithoutGapOrRepeat() throws Exception {
        RecordingPublisher first = new RecordingPublisher();
        MineRun run = newRun(first);
        run(run, 300);
        run.saveStopped();

        RecordingPublisher second = new RecordingPublisher();
        MineRun next = newRun(second);
        assertThat(next.mineTime()).isEqualTo(settings.mineStart().plusSeconds(300));
        run(next, 300);

        List<OutboundMessage> all = new ArrayList<>(first.messages());
        all.addAll(second.messages());
        sequencesByTopic(all)
                .forEach(
                        (topic, sequences) -> {
                            for (int i = 0; i < sequences.size(); i++) {
                                assertThat(sequences.get(i)).as(topic).isEqualTo(i);
                            }
                        });
        assertThat(next.published(second.counts()).sent()).isEqualTo(all.size());
        assertThat(next.pitCounts().burntL()).isGreaterThan(run.pitCounts().burntL());
        assertThat(next.uncleanEnds()).isZero();
    }

    @Test
    void usesNoTimeAndNoSequenceTwiceAfterAnUncleanEnd() throws Exception {
        RecordingPublisher first = new RecordingPublisher();
        MineRun run = newRun(first);
        run(run, 900);

        RecordingPublisher second = new RecordingPublisher();
        MineRun next = newRun(second);
        run(next, 60);
        MineRun third = newRun(new RecordingPublisher());

        assertThat(next.uncleanEnds()).isEqualTo(1);
        assertThat(third.uncleanEnds()).isEqualTo(2);
        assertThat(next.resumedAt()).isAfterOrEqualTo(run.mineTime());
        Map<String, List<Long>> before = sequencesByTopic(first.messages());
        sequencesByTopic(second.messages())
                .forEach(
                        (topic, sequences) ->
                                assertThat(sequences.get(0))
                                        .as(topic)
                                        .isGreaterThanOrEqualTo(MineRun.SEQUENCE_JUMP)
                                        .isGreaterThan(lastOf(before.get(topic))));
    }

    @Test
    void scenarioOffsetsCountFromItsFirstStart() throws Exception {
        Span secondMinute = new Span(Duration.ofMinutes(1), Duration.ofMinutes(1));
        Set<String> all = Set.of("T1", "T2", "S1", "G1", "B1");
        DeliveryFault silence = new DeliveryFault.SilentSensor(secondMinute, all);
        settings = settings.withScenario(new Scenario("quiet", List.of(silence)));
        MineRun run = newRun(new RecordingPublisher());
        run(run, 90);
        run.saveStopped();

        RecordingPublisher same = new RecordingPublisher();
        run(newRun(same), 60);
        assertThat(timeOf(same.messages().get(0))).isEqualTo(settings.mineStart().plusSeconds(120));

        settings = settings.withScenario(new Scenario("other", List.of(silence)));
        RecordingPublisher other = new RecordingPublisher();
        MineRun restarted = newRun(other);
        run(restarted, 120);
        assertThat(other.messages())
                .extracting(MineRunTest::timeOf)
                .isNotEmpty()
                .allMatch(time -> !secondMinute.contains(restarted.resumedAt(), time));
    }

    @Test
    void refusesTheStateOfAnotherMine() throws Exception {
        newRun(new RecordingPublisher()).saveStopped();
        settings = settings.withSeed(7);

        assertThatThrownBy(() -> newRun(new RecordingPublisher()))
                .isInstanceOf(MineStateException.class)
                .hasMessageContaining(
                        "contains the mine small with seed 42, expected small with seed 7");
    }

    private MineRun newRun(RecordingPublisher publisher) throws IOException {
        MineRun run =
                new MineRun(settings, stateFile, stateFile.read(), publisher, new ArrayDeque<>());
        run.save();
        return run;
    }

    private static void run(MineRun run, int seconds) throws Exception {
        for (int i = 0; i < seconds; i++) {
            run.nextSecond();
        }
    }

    private static List<String> texts(RecordingPublisher publisher) {
        return publisher.messages().stream().map(m -> m.topic() + new String(m.payload())).toList();
    }

    private static Map<String, List<Long>> sequencesByTopic(List<OutboundMessage> messages) {
        return messages.stream()
                .collect(
                        Collectors.groupingBy(
                                OutboundMessage::topic,
                                Collectors.mapping(
                                        message -> json(message).get("sequence").longValue(),
                                        Collectors.toList())));
    }

    private static long lastOf(List<Long> sequences) {
        return sequences == null ? -1 : sequences.get(sequences.size() - 1);
    }

    private static Instant timeOf(OutboundMessage message) {
        return Instant.parse(json(message).get("time").textValue());
    }

    private static JsonNode json(OutboundMessage message) {
        try {
            return MineJson.mapper().readTree(message.payload());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
