package io.fueloptimine.jobs.simulator;

import io.fueloptimine.jobs.simulator.delivery.DeliveryCounts;
import io.fueloptimine.jobs.simulator.delivery.MessageDelivery;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.publish.MessagePublisher;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import io.fueloptimine.jobs.simulator.scenario.ScenarioConditions;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Runs a simulated mine in steps of one second, starting from the saved state of the last run.
 *
 * <p>The mine never runs beyond the horizon, a simulated time that is saved in the state file.
 * After an unclean end (a crash), the next run resumes at the horizon with unused sequence numbers,
 * because the messages up to the horizon may have been sent. Not thread-safe; only the methods that
 * return counts may be called from any thread.
 */
final class MineRun {

    /**
     * The number by which all sequence numbers increase after an unclean end. The jump exceeds the
     * number of messages that a machine sends on one stream between two saves.
     */
    static final long SEQUENCE_JUMP = 10_000;

    /**
     * Wall time that the mine may run between two saves, s. In this time a machine sends fewer
     * messages than {@link #SEQUENCE_JUMP}.
     */
    private static final double HORIZON_WALL_S = 10;

    private static final long MIN_HORIZON_S = 60;
    private static final long MAX_HORIZON_S = 3_600;

    private final SimulationSettings settings;
    private final StateFile stateFile;
    private final MessagePublisher publisher;
    private final Queue<AssignmentMessage> assignments;
    private final PublishCounts before;
    private final int uncleanEnds;
    private final Instant scenarioStart;
    private final List<MachineMessage> produced = new ArrayList<>();
    private final MessageDelivery delivery;
    private final Pit pit;
    private final Instant resumedAt;
    private Instant horizon;
    private volatile Instant mineTime;
    private volatile PitCounts pitCounts;

    /**
     * @param assignments assignments that are passed to the mine before each simulated second
     * @throws MineStateException when the state belongs to another mine
     */
    MineRun(
            SimulationSettings settings,
            StateFile stateFile,
            Optional<SavedMine> last,
            MessagePublisher publisher,
            Queue<AssignmentMessage> assignments) {
        this.settings = settings;
        this.stateFile = stateFile;
        this.publisher = publisher;
        this.assignments = assignments;
        last.ifPresent(this::requireSameMine);
        before = last.map(SavedMine::published).orElse(PublishCounts.NONE);
        uncleanEnds = last.map(saved -> saved.uncleanEnds() + (saved.clean() ? 0 : 1)).orElse(0);
        resumedAt = last.map(MineRun::resumeTime).orElse(settings.mineStart());
        scenarioStart =
                last.filter(saved -> saved.scenario().equals(settings.scenario().name()))
                        .map(SavedMine::scenarioStart)
                        .orElse(resumedAt);
        delivery =
                new MessageDelivery(
                        settings.site().site(),
                        settings.scenario(),
                        scenarioStart,
                        settings.seed(),
                        publisher);
        pit = pitFrom(last);
        if (last.isPresent() && !last.get().clean()) {
            runWithoutPublishing(resumedAt);
        }
        mineTime = resumedAt;
        horizon = resumedAt;
        pitCounts = pit.counts();
    }

    /**
     * Runs the mine until the given simulated time without publishing its messages, because the
     * last run may have published them already.
     */
    private void runWithoutPublishing(Instant until) {
        pit.advanceTo(until);
        produced.clear();
    }

    private void requireSameMine(SavedMine saved) {
        boolean same =
                settings.site().site().equals(saved.site()) && settings.seed() == saved.seed();
        if (!same) {
            throw new MineStateException(
                    "state folder "
                            + settings.stateFolder()
                            + " contains the mine "
                            + saved.site()
                            + " with seed "
                            + saved.seed()
                            + ", expected "
                            + settings.site().site()
                            + " with seed "
                            + settings.seed()
                            + "; choose another folder",
                    null);
        }
    }

    private static Instant resumeTime(SavedMine saved) {
        return saved.clean() ? saved.pit().time() : saved.horizon();
    }

    private Pit pitFrom(Optional<SavedMine> last) {
        PitSettings pitSettings = new PitSettings(settings.seed(), settings.mineStart(), true);
        ScenarioConditions conditions = new ScenarioConditions(settings.scenario(), scenarioStart);
        if (last.isEmpty()) {
            return new Pit(settings.site(), pitSettings, conditions, produced::add);
        }
        return Pit.restore(
                settings.site(), pitSettings, conditions, produced::add, last.get().pit());
    }

    Instant mineTime() {
        return mineTime;
    }

    Instant scenarioStart() {
        return scenarioStart;
    }

    Instant resumedAt() {
        return resumedAt;
    }

    PitCounts pitCounts() {
        return pitCounts;
    }

    DeliveryCounts deliveryCounts() {
        return delivery.counts();
    }

    /**
     * Messages published since the mine's first start.
     *
     * @param thisRun messages published since the start of this run
     */
    PublishCounts published(PublishCounts thisRun) {
        return before.plus(thisRun);
    }

    int uncleanEnds() {
        return uncleanEnds;
    }

    /** Runs the mine for one second of simulated time and publishes the messages of this second. */
    void nextSecond() throws InterruptedException, IOException {
        Instant next = mineTime.plusSeconds(1);
        if (next.isAfter(horizon)) {
            save();
        }
        obeyAssignments();
        pit.advanceTo(next);
        for (MachineMessage message : produced) {
            delivery.accept(renumbered(message));
        }
        produced.clear();
        delivery.releaseUntil(next);
        mineTime = next;
        pitCounts = pit.counts();
    }

    private void obeyAssignments() {
        for (AssignmentMessage next = assignments.poll(); next != null; next = assignments.poll()) {
            pit.obey(next);
        }
    }

    private MachineMessage renumbered(MachineMessage message) {
        if (uncleanEnds == 0) {
            return message;
        }
        return new MachineMessage(
                message.kind(),
                message.machineId(),
                message.stream(),
                message.sequence() + uncleanEnds * SEQUENCE_JUMP,
                message.time(),
                message.body());
    }

    /** Publishes the messages that are held because their machines have no radio coverage. */
    void releaseHeld() throws InterruptedException {
        delivery.releaseAll();
    }

    /**
     * Computes a new horizon and saves the state. The mine may run until this horizon before the
     * next save.
     */
    void save() throws IOException {
        double aheadS = HORIZON_WALL_S * settings.speedUp();
        long clampedS = (long) Math.max(MIN_HORIZON_S, Math.min(MAX_HORIZON_S, aheadS));
        Instant newHorizon = mineTime.plus(Duration.ofSeconds(clampedS));
        stateFile.write(state(newHorizon, false));
        horizon = newHorizon;
    }

    /** Saves the state of a mine that has stopped. */
    void saveStopped() throws IOException {
        stateFile.write(state(mineTime, true));
    }

    private SavedMine state(Instant until, boolean clean) {
        PublishCounts now = published(publisher.counts());
        return new SavedMine(
                SavedMine.FORMAT,
                settings.site().site(),
                settings.seed(),
                settings.scenario().name(),
                scenarioStart,
                until,
                clean,
                new PublishCounts(
                        now.sent(), 0, now.repeats(), now.refused(), now.withoutSubscriber()),
                uncleanEnds,
                pit.snapshot());
    }
}
