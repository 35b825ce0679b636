package io.fueloptimine.models.fuel.scoring;

import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.SiteClasses;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.scoring.ScoringModels.Numbered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The champion and the challenger that the registry names, loaded on a thread of their own.
 *
 * <p>Reading a model takes some tenths of a second from a disk and as long as it likes from a share
 * on the network, and a task's thread that waits holds up its checkpoints. So it takes, between two
 * windows, what was loaded last. What cannot be loaded is counted and logged: the champion in use
 * stays, at the start physics; a challenger that cannot be loaded is none.
 *
 * <p>A registry may lie on a share that is mounted late, and nobody announces that. So while no
 * champion scores, and after a look that failed, it looks again every {@link #PATIENCE}. A registry
 * whose folder is missing is a failure, and so is one that no longer names a champion: aliases are
 * moved, never removed.
 *
 * <p>Thread-safe.
 */
public final class CurrentModels implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentModels.class);

    /** Between two looks into a registry that has not answered well, wall clock. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path root;
    private final ModelRegistry registry;
    private final String modelName;
    private final ScheduledExecutorService loader;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicLong refused = new AtomicLong();
    private volatile ScoringModels inUse;

    /** Whether the last look met something that could not be used; the loader's own. */
    private boolean failed;

    /** Whether the log says already that there is no champion; the loader's own. */
    private boolean noneTold;

    /**
     * Until a champion is loaded, windows are scored with the physics-based model.
     *
     * @param root the registry's folder; it need not be there yet
     * @param classes the machine classes of each mine
     * @param loader one thread, this object's own
     */
    public CurrentModels(
            Path root, SiteClasses classes, String modelName, ScheduledExecutorService loader) {
        this.root = root;
        this.registry = new ModelRegistry(root, classes);
        this.modelName = modelName;
        this.loader = loader;
        PhysicsModel physics = new PhysicsModel(classes.over(MachineClasses.standard()));
        this.inUse = new ScoringModels(new Numbered(0, physics), Optional.empty());
        loader.scheduleWithFixedDelay(
                this::lookWhileUnsettled,
                PATIENCE.toMillis(),
                PATIENCE.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** What scores the next window. */
    public ScoringModels now() {
        return inUse;
    }

    /** How often a model could not be loaded. */
    public long refused() {
        return refused.get();
    }

    /** Has the loader look into the registry, soon; of several calls before it does, one counts. */
    public void lookAgain() {
        if (!asked.getAndSet(true)) {
            loader.execute(this::look);
        }
    }

    /** Looks into the registry and waits for the outcome, but not for ever. */
    public void lookAndWait(Duration limit) throws InterruptedException {
        Future<?> looked = loader.submit(this::look);
        try {
            looked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "The registry did not answer within {} s: {} scores until it does",
                    limit.toSeconds(),
                    inUse.champion().model().name());
        } catch (ExecutionException e) {
            throw new IllegalStateException("loading " + modelName + " failed", e.getCause());
        }
    }

    @Override
    public void close() {
        loader.shutdownNow();
    }

    private void lookWhileUnsettled() {
        if (failed || inUse.champion().version() == 0) {
            look();
        }
    }

    private void look() {
        asked.set(false);
        failed = false;
        if (!Files.isDirectory(root)) {
            refuse("The registry", new InvalidModelException("no folder " + root));
            return;
        }
        ScoringModels before = inUse;
        Numbered champion = champion(before.champion());
        inUse = new ScoringModels(champion, challenger(before.challenger(), champion.version()));
    }

    private Numbered champion(Numbered before) {
        try {
            OptionalInt version = registry.version(modelName, Alias.CHAMPION);
            if (version.isEmpty()) {
                return withoutChampion(before);
            }
            return version.getAsInt() == before.version()
                    ? before
                    : load(Alias.CHAMPION, version.getAsInt());
        } catch (RuntimeException e) {
            // Whatever is wrong with its files, scoring goes on.
            refuse(Alias.CHAMPION, e);
            return before;
        }
    }

    private Numbered withoutChampion(Numbered before) {
        if (before.version() > 0) {
            throw new InvalidModelException("version " + before.version() + " is named no more");
        }
        if (!noneTold) {
            LOG.info("No champion of {}: {} scores", modelName, before.model().name());
            noneTold = true;
        }
        return before;
    }

    private Optional<Numbered> challenger(Optional<Numbered> before, int champion) {
        try {
            OptionalInt version = registry.version(modelName, Alias.CHALLENGER);
            if (version.isEmpty() || version.getAsInt() == champion) {
                return Optional.empty();
            }
            Optional<Numbered> same = before.filter(known -> known.version() == version.getAsInt());
            return same.isPresent()
                    ? same
                    : Optional.of(load(Alias.CHALLENGER, version.getAsInt()));
        } catch (RuntimeException e) {
            refuse(Alias.CHALLENGER, e);
            return Optional.empty();
        }
    }

    private Numbered load(Alias alias, int version) {
        Numbered loaded = new Numbered(version, registry.load(modelName, version));
        LOG.info("{} version {} is the {} from now on", modelName, version, alias.text());
        return loaded;
    }

    private void refuse(Alias alias, RuntimeException e) {
        refuse("The " + alias.text(), e);
    }

    private void refuse(String what, RuntimeException e) {
        failed = true;
        refused.incrementAndGet();
        LOG.warn("{} of {} cannot be used", what, modelName, e);
    }

    /** A daemon thread that loads models, so that the task thread never waits for the registry. */
    public static ScheduledExecutorService loaderThread() {
        return Executors.newSingleThreadScheduledExecutor(
                task -> {
                    Thread thread = new Thread(task, "load-fuel-models");
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
