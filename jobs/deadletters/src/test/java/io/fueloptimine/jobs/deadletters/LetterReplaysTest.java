package io.fueloptimine.jobs.deadletters;

import static io.fueloptimine.jobs.deadletters.LetterBox.NOON;
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

class LetterReplaysTest {

    private final List<OutgoingMessage> published = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private LetterBox box;
    private DeadLetters letters;

    @BeforeEach
    void open() throws SQLException {
        box = new LetterBox();
        letters = DeadLetters.open(box.sql());
    }

    @AfterEach
    void close() throws SQLException {
        letters.close();
        box.close();
    }

    @Test
    void sendsTheBytesToTheirTopicInTheGivenOrderAndMarksThem() throws Exception {
        box.rejected("a", "speed", 0).rejected("b", "speed", 1);

        ReplayOutcome outcome = replays(this::acknowledge).replay(List.of("b", "a"));

        assertThat(outcome).isEqualTo(new ReplayOutcome(2, 2, 0, 0));
        assertThat(published).extracting(OutgoingMessage::topic).containsOnly(LetterBox.TOPIC);
        assertThat(published.get(0).payload()).containsExactly('{', '}');
        assertThat(published.get(0).retained()).isFalse();
        assertThat(letters.byIds(List.of("a", "b")))
                .allSatisfy(letter -> assertThat(letter.replayedAt()).isEqualTo(NOON));
    }

    @Test
    void refusesWhatIsNotWholeAndNamesIt() throws Exception {
        box.letter("long", "REJECTED", "decode", null, "pit/x", 0, new byte[65_536])
                .letter("empty", "REJECTED", "decode", null, "pit/x", 0, null)
                .letter("late", "LATE", "too-late", "T1", LetterBox.TOPIC, 0, new byte[1])
                .rejected("old", "too-old-to-tell", 0)
                .letter("spark", "REJECTED", "sparkplug", null, "spBv1.0/p/NDATA/e", 0, new byte[1])
                .letter("wild", "REJECTED", "decode", null, "pit/+/x", 0, new byte[1])
                .rejected("good", "speed", 1);

        ReplayOutcome outcome =
                replays(this::acknowledge)
                        .replay(List.of("long", "empty", "late", "old", "spark", "wild", "good"));

        assertThat(outcome).isEqualTo(new ReplayOutcome(7, 1, 6, 0));
        assertThat(outcome.isComplete()).isFalse();
        assertThat(told)
                .hasSize(6)
                .anyMatch(line -> line.startsWith("refused spark: ") && line.contains("session"))
                .anyMatch(line -> line.startsWith("refused old: nobody can tell"))
                .anyMatch(line -> line.startsWith("refused long: ") && line.contains("65536"))
                .anyMatch(line -> line.startsWith("refused empty: no bytes"))
                .anyMatch(line -> line.startsWith("refused late: ") && line.contains("LATE"))
                .anyMatch(line -> line.startsWith("refused wild: ") && line.contains("pit/+/x"));
    }

    @Test
    void marksNothingThatTheBrokerDidNotTakeAndStops() throws Exception {
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
                                            new IOException("nobody listens"));
                                })
                        .replay(ids);

        assertThat(outcome).isEqualTo(new ReplayOutcome(150, 0, 0, 100));
        assertThat(published).hasSize(100);
        assertThat(told).contains("failed r0: nobody listens").anyMatch(l -> l.contains("stopped"));
        assertThat(letters.byIds(List.of("r0")).get(0).replays()).isZero();
    }

    @Test
    void givesUpAnAnswerThatDoesNotCome() throws Exception {
        box.rejected("a", "speed", 0).rejected("b", "speed", 1);

        ReplayOutcome outcome =
                new DeadLetterReplays(
                                letters,
                                message ->
                                        published.isEmpty()
                                                ? acknowledge(message)
                                                : new CompletableFuture<>(),
                                Duration.ofMillis(50),
                                Clock.fixed(NOON, ZoneOffset.UTC),
                                told::add)
                        .replay(List.of("a", "b"));

        assertThat(outcome).isEqualTo(new ReplayOutcome(2, 1, 0, 1));
        assertThat(told).singleElement().asString().startsWith("failed b: no answer within");
    }

    @Test
    void aRehearsalSendsAndMarksNothing() throws Exception {
        box.rejected("a", "speed", 0);

        assertThat(replays(this::acknowledge).rehearse(List.of("a")))
                .isEqualTo(new ReplayOutcome(1, 1, 0, 0));
        assertThat(published).isEmpty();
        assertThat(letters.byIds(List.of("a")).get(0).replays()).isZero();
    }

    private CompletableFuture<Void> acknowledge(OutgoingMessage message) {
        published.add(message);
        return CompletableFuture.completedFuture(null);
    }

    private DeadLetterReplays replays(Outbox outbox) {
        return new DeadLetterReplays(
                letters,
                outbox,
                Duration.ofSeconds(5),
                Clock.fixed(NOON, ZoneOffset.UTC),
                told::add);
    }
}
