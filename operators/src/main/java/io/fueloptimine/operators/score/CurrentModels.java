package io.fueloptimine.operators.score;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.operators.score.ScoringModels.Numbered;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
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
 * <p>Thread-safe.
 */
final class CurrentModels implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentModels.class);

    private final ModelRegistry registry;
    private final String modelName;
    private final ExecutorService loader;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicLong refused = new AtomicLong();
    private volatile ScoringModels inUse;

    /**
     * @param physics what scores until a champion is loaded
     * @param loader one thread, this object's own
     */
    CurrentModels(
            ModelRegistry registry, String modelName, FuelModel physics, ExecutorService loader) {
        this.registry = registry;
        this.modelName = modelName;
        this.loader = loader;
        this.inUse = new ScoringModels(new Numbered(0, physics), Optional.empty());
    }

    /** What scores the next window. */
    ScoringModels now() {
        return inUse;
    }

    /** How often a model could not be loaded. */
    long refused() {
        return refused.get();
    }

    /** Has the loader look into the registry, soon; of several calls before it does, one counts. */
    void lookAgain() {
        if (!asked.getAndSet(true)) {
            loader.execute(this::look);
        }
    }

    /** Looks into the registry and waits for the outcome, but not for ever. */
    void lookAndWait(Duration limit) throws InterruptedException {
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

    private void look() {
        asked.set(false);
        ScoringModels before = inUse;
        Numbered champion = champion(before.champion());
        inUse = new ScoringModels(champion, challenger(before.challenger(), champion.version()));
    }

    private Numbered champion(Numbered before) {
        try {
            OptionalInt version = registry.version(modelName, Alias.CHAMPION);
            if (version.isEmpty()) {
                LOG.info("No champion of {}: {} scores", modelName, before.model().name());
                return before;
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
        refused.incrementAndGet();
        LOG.warn("The {} of {} cannot be used", alias.text(), modelName, e);
    }
}
