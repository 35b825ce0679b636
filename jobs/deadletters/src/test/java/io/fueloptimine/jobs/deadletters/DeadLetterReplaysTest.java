package io.fueloptimine.jobs.deadletters;

import static io.fueloptimine.jobs.deadletters.DeadLetterTable.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.OutgoingMessage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterReplaysTest {

    private final List<OutgoingMessage> published = new ArrayList<>();
    private final List<String> output = new ArrayList<>();

    private DeadLetterTable box;
    private DeadLetters table;

    @BeforeEach
    void open() throws SQLException {
        box = new DeadLetterTable();
        table = DeadLetters.open(box.sql());
    }

    @AfterEach
    void close() throws SQLException {
        table.close();
        box.close();
    }

    @Test
    void sendsTheBytesToTheirTopicInTheGivenOrderAndMarksThem() throws Exception {
        box.rejected("a", "speed", 0).rejected("b", "speed", 1);

        ReplayOutcome outcome = replays(this::acknowledge).replay(List.of("b", "a"));

        assertThat(outcome).isEqualTo(new ReplayOutcome(2, 2, 0, 0));
        assertThat(published)
                .extracting(OutgoingMessage::topic)
                .containsOnly(DeadLetterTable.TOPIC);
        assertThat(published.get(0).payload()).containsExactly('{', '}');
        assertThat(published.get(0).retained()).isFalse();
        assertThat(table.byIds(List.of("a", "b")))
                .allSatisfy(deadLetter -> assertThat(deadLetter.replayedAt()).isEqualTo(NOON));
    }

    @Test
    void refusesMessagesThatCannotBeSentAgainAndNamesThem() throws Exception {
        box.deadLetter("long", "REJECTED", "decode", null, "pit/x", 0, new byte[65_536])
                .deadLetter("empty", "REJECTED", "decode", null, "pit/x", 0, null)
                .deadLetter("late", "LATE", "too-late", "T1", DeadLetterTable.TOPIC, 0, new byte[1])
                .rejected("old", "too-old-to-tell", 0)
                .deadLetter(
                        "spark", "REJECTED", "sparkplug", null, "spBv1.0/p/NDATA/e", 0, new byte[1])
                .deadLetter("wild", "REJECTED", "decode", null, "pit/+/x", 0, new byte[1])
                .deadLetter("nul", "REJECTED", "decode", null, named("T\0"), 0, new byte[1])
                .deadLetter("path", "REJECTED", "decode", null, named(".."), 0, new byte[1])
                .rejected("good", "speed", 1);

        ReplayOutcome outcome =
                replays(this::acknowledge)
                        .replay(
                                List.of(
                                        "long", "empty", "late", "old", "spark", "wild", "nul",
                                        "path", "good"));

        assertThat(outcome).isEqualTo(new ReplayOutcome(9, 1, 8, 0));
        assertThat(outcome.isComplete()).isFalse();
        assertThat(output)
                .hasSize(8)
                .anyMatch(line -> line.startsWith("refused spark: ") && line.contains("session"))
                .anyMatch(line -> line.startsWith("refused old: ingest cannot determine"))
                .anyMatch(line -> line.startsWith("refused long: ") && line.contains("65536"))
                .anyMatch(line -> line.startsWith("refused empty: its payload was not kept"))
                .anyMatch(line -> line.startsWith("refused late: ") && line.contains("LATE"))
                .anyMatch(line -> line.startsWith("refused wild: ") && line.contains("pit/+/x"))
                .anyMatch(line -> line.startsWith("refused nul: ") && line.contains("\\u0000"))
                .anyMatch(line -> line.startsWith("refused path: ") && line.contains("'..'"));
    }

    @Test
    void isIncompleteWhenADeadLetterIsGone() throws Exception {
        box.rejected("a", "speed", 0);

        ReplayOutcome outcome = replays(this::acknowledge).replay(List.of("a", "gone"));

        assertThat(outcome.isComplete()).isFalse();
    }

    @Test
    void sendsADeadLetterThatIsNamedTwiceOnce() throws Exception {
        box.rejected("a", "speed", 0);

        ReplayOutcome outcome = replays(this::acknowledge).replay(List.of("a", "a"));

        assertThat(outcome).isEqualTo(new ReplayOutcome(1, 1, 0, 0));
        assertThat(published).hasSize(1);
    }

    private static String named(String machine) {
        return "pit/v1/haultruck/" + machine + "/telemetry";
    }

    @Test
    void marksNothingWithoutAcknowledgementAndStops() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            box.rejected("r" + i, "speed", i);
            ids.add("r" + i);
        }

        ReplayOutcome outcome =
                replays(
                                message -> {
                                    published.add(message);
                                    return CompletableFuture.failedFuture(
                                            new IOException("no subscriber"));
                                })
                        .replay(ids);

        assertThat(outcome).isEqualTo(new ReplayOutcome(150, 0, 0, 100));
        assertThat(published).hasSize(100);
        assertThat(output)
                .contains("failed r0: no subscriber")
                .anyMatch(l -> l.contains("stopped"));
        assertThat(table.byIds(List.of("r0")).get(0).replays()).isZero();
    }

    @Test
    void anAcknowledgementThatDoesNotArriveInTimeIsAFailure() throws Exception {
        box.rejected("a", "speed", 0).rejected("b", "speed", 1);

        ReplayOutcome outcome =
                new DeadLetterReplays(
                                table,
                                message ->
                                        published.isEmpty()
                                                ? acknowledge(message)
                                                : new CompletableFuture<>(),
                                Duration.ofMillis(50),
                                Clock.fixed(NOON, ZoneOffset.UTC),
                                output::add)
                        .replay(List.of("a", "b"));

        assertThat(outcome).isEqualTo(new ReplayOutcome(2, 1, 0, 1));
        assertThat(output)
                .singleElement()
                .asString()
                .startsWith("failed b: no acknowledgement within");
    }

    @Test
    void aDryRunSendsAndMarksNothing() throws Exception {
        box.rejected("a", "speed", 0);

        assertThat(replays(this::acknowledge).dryRun(List.of("a")))
                .isEqualTo(new ReplayOutcome(1, 1, 0, 0));
        assertThat(published).isEmpty();
        assertThat(table.byIds(List.of("a")).get(0).replays()).isZero();
    }

    private CompletableFuture<Void> acknowledge(OutgoingMessage message) {
        published.add(message);
        return CompletableFuture.completedFuture(null);
    }

    private DeadLetterReplays replays(MessageSender outbox) {
        return new DeadLetterReplays(
                table,
                outbox,
                Duration.ofSeconds(5),
                Clock.fixed(NOON, ZoneOffset.UTC),
                output::add);
    }
}
