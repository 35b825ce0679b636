package io.fueloptimine.jobs.evaluation.stream;

import io.fueloptimine.jobs.evaluation.scenario.InjectedRun;
import io.fueloptimine.jobs.evaluation.truth.FaultWitness;
import io.fueloptimine.jobs.evaluation.truth.WitnessedFault;
import io.fueloptimine.jobs.simulator.delivery.MessageDelivery;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.publish.MessagePublisher;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import io.fueloptimine.jobs.simulator.scenario.ScenarioConditions;
import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One simulated mine whose messages go through the scenario's delivery faults, the text of a
 * message and the decoder, as in production. Not thread-safe.
 */
final class SimulatedSite {

    private final Pit pit;
    private final MessageDelivery delivery;
    private final List<MachineMessage> produced = new ArrayList<>();
    private final FaultWitness witness;
    private Instant now;

    /**
     * @param end end of the run
     * @param sampling time between two telemetry messages of a machine
     * @param readings receives the readings in the order of their arrival
     * @param loads receives the true loads of trucks when they have dumped them
     */
    SimulatedSite(
            InjectedRun run,
            Duration sampling,
            Instant end,
            Consumer<Reading> readings,
            Consumer<HauledLoad> loads) {
        PitSettings settings = PitSettings.of(run.seed()).withSampling(sampling);
        now = settings.start();
        pit =
                new Pit(
                        run.mine(),
                        settings,
                        new ScenarioConditions(run.scenario(), settings.start()),
                        produced::add,
                        new MineObserver() {
                            @Override
                            public void hauled(HauledLoad load) {
                                loads.accept(load);
                            }
                        });
        delivery =
                new MessageDelivery(
                        run.mine().site(),
                        run.scenario(),
                        settings.start(),
                        run.seed(),
                        new DecodingPublisher(readings));
        witness =
                new FaultWitness(
                        run.mine(), run.faults(), sampling, end, () -> pit.counts().stolenL());
    }

    /** Runs the mine up to and including the given time. */
    void advanceTo(Instant time) {
        now = time;
        pit.advanceTo(time);
        witness.observe(time);
        try {
            for (MachineMessage message : produced) {
                witness.observe(message);
                delivery.accept(message);
            }
            produced.clear();
            delivery.releaseUntil(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while delivering messages", e);
        }
    }

    /** The faults of the run and what was observed. */
    List<WitnessedFault> faults() {
        return witness.faults();
    }

    /** Decodes messages instead of publishing them. */
    private final class DecodingPublisher implements MessagePublisher {

        private final MessageDecoder decoder = new MessageDecoder();
        private final Consumer<Reading> readings;

        DecodingPublisher(Consumer<Reading> readings) {
            this.readings = readings;
        }

        @Override
        public void publish(OutboundMessage message) {
            RawMessage raw = new RawMessage(message.topic(), message.payload(), now, false);
            if (decoder.decode(raw) instanceof DecodeResult.Readable readable) {
                readings.accept(readable.reading());
            } else {
                throw new IllegalStateException("the decoder rejects a message of " + raw.topic());
            }
        }

        @Override
        public PublishCounts counts() {
            return PublishCounts.NONE;
        }

        @Override
        public boolean awaitAnswers(Duration limit) {
            return true;
        }

        @Override
        public void close() {}
    }
}
