package io.fueloptimine.jobs.training.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.model.RetrainCause;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.training.retraining.Retraining;
import io.fueloptimine.models.training.retraining.RetrainingSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop alone: the mine has no windows or one, so every answer is that there is too little. */
class RetrainingWatchTest {

    private static final String NAME = ModelRegistry.FUEL_WINDOW;
    private static final Instant EVENING = Instant.parse("2026-11-25T20:00:00Z");

    @TempDir Path root;

    private final Queue<RetrainRequest> coming = new ArrayDeque<>();
    private final List<String> happened = new ArrayList<>();
    private final MovingClock clock = new MovingClock();
    private RetrainingWatch watch;
    private Instant windowsEnd;

    @Test
    void answersRequestsOneAfterTheOther() {
        coming.add(request("a", null));
        coming.add(request("b", null));

        watch(NightlyClock.never()).run(turns(4));

        assertThat(happened)
                .containsExactly("looked", "told a", "answered", "looked", "told b", "answered");
    }

    @Test
    void looksAgainForAPendingRequestOnlyAfterAWhile() {
        coming.add(request("a", EVENING));

        watch(NightlyClock.never()).run(turns(7));

        assertThat(happened)
                .as("in seven turns of four seconds")
                .containsExactly("looked", "looked", "looked");
    }

    @Test
    void aNewerRequestOfTheStreamTakesThePlaceOfOneThatWaits() {
        coming.add(request("a", EVENING));
        coming.add(request("b", EVENING.plusSeconds(60)));
        windowsEnd = EVENING.plusSeconds(30);

        watch(NightlyClock.never()).run(turns(2));
        windowsEnd = EVENING.plus(Duration.ofHours(13));
        watch.run(turns(3));

        assertThat(happened).containsExactly("looked", "looked", "looked", "told b", "answered");
    }

    @Test
    void aRequestByHandIsAnsweredBesideOneThatWaitsOn() {
        coming.add(request("a", EVENING));
        coming.add(request("by hand", null));

        watch(NightlyClock.never()).run(turns(3));
        assertThat(happened)
                .as("too little for the one by hand: nothing counts as answered")
                .containsExactly("looked", "looked", "told by hand");

        happened.clear();
        windowsEnd = EVENING.plus(Duration.ofHours(13));
        watch.run(turns(2));
        assertThat(happened).containsExactly("looked", "told a", "answered");
    }

    @Test
    void theNightDoesNotAnswerARequestThatWaits() {
        coming.add(request("a", EVENING.plus(Duration.ofHours(8))));
        clock.step = Duration.ofHours(1);

        watch(NightlyClock.at(LocalTime.of(2, 30), ZoneOffset.UTC, EVENING)).run(turns(8));

        assertThat(happened).contains("told nightly/2026-11-26").doesNotContain("answered");
    }

    @Test
    void asksOnceANight() {
        NightlyClock nightly =
                NightlyClock.at(LocalTime.of(2, 30), ZoneId.of("America/Lima"), EVENING);
        clock.step = Duration.ofHours(1);

        watch(nightly).run(turns(60));

        assertThat(happened)
                .containsExactly(
                        "looked",
                        "told nightly/2026-11-26",
                        "answered",
                        "looked",
                        "told nightly/2026-11-27",
                        "answered",
                        "looked",
                        "told nightly/2026-11-28",
                        "answered");
    }

    private RetrainingWatch watch(NightlyClock nightly) {
        MachineClasses classes = MachineClasses.standard();
        RetrainingJob job =
                new RetrainingJob(
                        () -> {
                            happened.add("looked");
                            return windowsEnd == null
                                    ? List.of()
                                    : List.of(windowEndingAt(windowsEnd));
                        },
                        new ModelRegistry(root),
                        classes,
                        new Retraining(
                                RetrainingSettings.DEFAULT,
                                classes,
                                (of, source) -> {
                                    throw new AssertionError("nothing to train on");
                                }),
                        clock);
        watch =
                new RetrainingWatch(
                        new Requests(), job, new News(), nightly, Duration.ofSeconds(10), clock);
        return watch;
    }

    private static BooleanSupplier turns(int count) {
        int[] turn = {0};
        return () -> turn[0]++ >= count;
    }

    private static RetrainRequest request(String id, Instant requestedAt) {
        return new RetrainRequest(id, NAME, RetrainCause.MANUAL, "a test", requestedAt);
    }

    /** A minute of a truck of no known class. */
    private static FuelWindow windowEndingAt(Instant end) {
        return new FuelWindow(
                "andes",
                "T1",
                EquipmentKind.HAULTRUCK,
                null,
                null,
                end.minusSeconds(60),
                end,
                60,
                0,
                5,
                0.5,
                30,
                1,
                220,
                0,
                0,
                3_500,
                90,
                1_900,
                1,
                0,
                null,
                null,
                null,
                null,
                60,
                null,
                null);
    }

    private final class Requests implements RequestSource {

        @Override
        public Optional<RetrainRequest> next(Duration patience) {
            clock.now = clock.now.plus(clock.step);
            return Optional.ofNullable(coming.poll());
        }

        @Override
        public void answered() {
            happened.add("answered");
        }
    }

    private final class News implements RetrainingEvents {

        @Override
        public void announce(ModelAnnouncement announcement) {
            happened.add("announced " + announcement.version());
        }

        @Override
        public void publish(RetrainingOutcome outcome) {
            happened.add("told " + outcome.requestId());
        }
    }

    /** Goes on with every turn of the loop. */
    private static final class MovingClock extends Clock {

        private Instant now = EVENING;
        private Duration step = Duration.ofSeconds(4);

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
