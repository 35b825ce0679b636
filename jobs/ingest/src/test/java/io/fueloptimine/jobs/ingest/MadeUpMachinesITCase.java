package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.EdgeNode;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The attack: one sender makes up 100,000 machines while a truck of the mine sends. */
class MadeUpMachinesITCase {

    private static final int MESSAGES = 100_000;
    private static final int TRUCK_SENDS_ONE_IN = 100;
    private static final int LIMIT = 5_000;
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final MineSites MINES =
            MineSites.of(
                    new MineSite(
                            "pit",
                            DigPlan.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(new Truck("HT-1", "930E", "S1", "C")),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(new EdgeNode("EDGE", List.of("HT-1")))));

    @Test
    void doNotFillTheStateAndDoNotDisturbTheTruck() throws Exception {
        CollectingSink<Reading> valid = new CollectingSink<>("valid-of-flood");
        CollectingSink<QualityRecord> quality = new CollectingSink<>("quality-of-flood");
        CollectingSink<ReportedSignal> signals = new CollectingSink<>("signals-of-flood");
        StreamExecutionEnvironment env = environment();

        IngestJob.build(
                env,
                IngestSources.of(
                        new DataGeneratorSource<>(
                                MadeUpMachinesITCase::message,
                                MESSAGES,
                                TypeInformation.of(RawMessage.class))),
                ValidationSuite.shipped(),
                MINES,
                IngestOutputs.of(valid, quality)
                        .withSignals(stream -> stream.sinkTo(signals).uid("signals")));
        env.execute("ingest");

        int ofTruck = MESSAGES / TRUCK_SENDS_ONE_IN;
        assertThat(valid.elements())
                .filteredOn(reading -> reading.machineId().equals("HT-1"))
                .hasSize(ofTruck);
        assertThat(valid.elements()).hasSize(ofTruck + LIMIT);
        assertThat(quality.elements())
                .filteredOn(record -> record.rule().equals("too-many-machines"))
                .hasSize(MESSAGES - ofTruck - LIMIT);
        assertThat(signals.elements())
                .singleElement()
                .satisfies(signal -> assertThat(signal.active()).isTrue());
    }

    private static RawMessage message(long index) {
        String machine = index % TRUCK_SENDS_ONE_IN == 0 ? "HT-1" : "FAKE-" + index;
        String json =
                "{\"time\":\"%s\",\"sequence\":%d,\"fuelRateLph\":300}"
                        .formatted(START.plusMillis(index * 10), index / TRUCK_SENDS_ONE_IN);
        return new RawMessage(
                "pit/v1/haultruck/" + machine + "/telemetry",
                json.getBytes(StandardCharsets.UTF_8),
                START,
                false);
    }

    private static StreamExecutionEnvironment environment() {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return StreamExecutionEnvironment.getExecutionEnvironment(settings).setParallelism(2);
    }
}
