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
 * The champion and the challenger of a registry, loaded on a separate thread.
 *
 * <p>Loading a model takes some tenths of a second from a local disk and an unbounded time from a
 * network share, and a Flink task thread that waits for a model delays its checkpoints. The task
 * thread therefore uses the models that were loaded last. A failure to load a model is counted and
 * logged. When the champion cannot be loaded, the model in use stays in use (initially the physics
 * model); when the challenger cannot be loaded, there is no challenger.
 *
 * <p>A registry may be on a network share that is mounted later. While there is no champion, and
 * after a failure, the registry is therefore read again every {@link #PATIENCE}. A missing registry
 * folder is a failure. After a champion was loaded, a registry without a champion is also a
 * failure, because a champion alias is never removed.
 *
 * <p>Thread-safe.
 */
public final class CurrentModels implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentModels.class);

    /**
     * Wall-clock time between two attempts to read a registry that has no champion or could not be
     * read.
     */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path root;
    private final ModelRegistry registry;
    private final String modelName;
    private final ScheduledExecutorService loader;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicLong refused = new AtomicLong();
    private volatile ScoringModels inUse;

    /** Whether the last attempt failed. Used by the loader thread only. */
    private boolean failed;

    /**
     * Whether it has been logged that the registry has no champion. Used by the loader thread only.
     */
    private boolean noneTold;

    /**
     * Creates an instance that scores windows with the physics model until a champion is loaded.
     *
     * @param root the registry's folder; it may not exist yet
     * @param classes the machine classes of each mine
     * @param loader an executor with one thread, used and shut down by this object
     */
    public CurrentModels(
            Path root, SiteClasses classes, String modelName, ScheduledExecutorService loader) {
        this.root = root;
        this.registry = new ModelRegistry(root, classes);
        this.modelName = modelName;
        this.loader = loader;
        PhysicsModel physics = new PhysicsModel(classes.over(MachineClasses.standard()));
        this.inUse =
                new ScoringModels(
                        new Numbered(0, physics, TrainingReferences.NONE), Optional.empty());
        loader.scheduleWithFixedDelay(
                this::lookWhileUnsettled,
                PATIENCE.toMillis(),
                PATIENCE.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** The models for the next window. */
    public ScoringModels now() {
        return inUse;
    }

    /** The number of failed attempts to load a model or to read the registry. */
    public long refused() {
        return refused.get();
    }

    /**
     * Makes the loader thread read the registry, and returns at once. Further calls before the
     * loader thread starts to read have no effect.
     */
    public void lookAgain() {
        if (!asked.getAndSet(true)) {
            loader.execute(this::look);
        }
    }

    /**
     * Makes the loader thread read the registry and waits for the result, at most for the given
     * time.
     */
    public void lookAndWait(Duration limit) throws InterruptedException {
        Future<?> looked = loader.submit(this::look);
        try {
            looked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "The registry was not read within {} s: {} is used until it is",
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
            // Faults in the registry's files must not stop scoring.
            refuse(Alias.CHAMPION, e);
            return before;
        }
    }

    private Numbered withoutChampion(Numbered before) {
        if (before.version() > 0) {
            throw new InvalidModelException(
                    "the alias of version " + before.version() + " no longer exists");
        }
        if (!noneTold) {
            LOG.info("No champion of {}: {} is used", modelName, before.model().name());
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
        Numbered loaded =
                new Numbered(
                        version,
                        registry.load(modelName, version),
                        TrainingReferences.of(registry.metadata(modelName, version)));
        LOG.info("{} version {} is now the {}", modelName, version, alias.text());
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

    /**
     * Creates an executor with one daemon thread that loads models, so that the task thread never
     * waits for the registry.
     */
    public static ScheduledExecutorService loaderThread() {
        return Executors.newSingleThreadScheduledExecutor(
                task -> {
                    Thread thread = new Thread(task, "load-fuel-models");
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
