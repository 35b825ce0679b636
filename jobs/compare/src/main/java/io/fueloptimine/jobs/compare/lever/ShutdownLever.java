package io.fueloptimine.jobs.compare.lever;

import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.models.dispatch.idle.ShutdownAdvisor;
import io.fueloptimine.models.dispatch.idle.ShutdownSettings;
import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;

/** Trucks switch their engines off when {@link ShutdownAdvisor} advises it. Not thread-safe. */
public final class ShutdownLever implements ActiveLever {

    private static final int EVERY_S = 30;

    private final ShutdownAdvisor advisor;

    public ShutdownLever(MineSite mine) {
        advisor = new ShutdownAdvisor(mine, ShutdownSettings.DEFAULT);
    }

    @Override
    public void accept(Reading reading) {
        advisor.accept(reading);
    }

    @Override
    public void act(Instant now, Pit pit) {
        if (now.getEpochSecond() % EVERY_S == 0) {
            advisor.due(now).stream().map(ShutdownAdvice::truckId).forEach(pit::shutDown);
        }
    }
}
