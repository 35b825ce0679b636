package io.fueloptimine.jobs.backtest.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.parquet.ParquetLake;
import io.fueloptimine.jobs.backtest.SimulatedExport;
import io.fueloptimine.jobs.backtest.run.Backtest;
import io.fueloptimine.jobs.training.fleet.FleetHistory;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.MineSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A backtest of the lake gives the same results as one of the files with the same cycles. */
@Timeout(240)
class LakeRecordsITCase {

    private static final Duration SPAN = Duration.ofDays(31);
    private static final MineSite MINE = SimulatedExport.MINE;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(1)
                            .build());

    @TempDir Path files;
    @TempDir Path lake;

    @Test
    void theLakeGivesTheSameBacktestAsTheFiles() throws Exception {
        SimulatedExport export = SimulatedExport.write(files, 2);
        FleetHistory history = FleetHistory.readCycles(files, export.mapping());
        archive(history.cycles());

        MineRecords ofFiles = FmsRecords.read(files, export.mapping());
        MineRecords ofLake = LakeRecords.read(lake, MINE, ZoneOffset.UTC, SPAN);

        assertThat(ofLake.cycles()).isEqualTo(export.cycles());
        assertThat(ofLake.shifts()).isEqualTo(ofFiles.shifts());
        assertThat(ofLake.elevations()).isEqualTo(ofFiles.elevations());
        assertThat(backtest(ofLake).runs()).isEqualTo(backtest(ofFiles).runs());
    }

    @Test
    void readsTheNewestDaysAndOnlyTheSourceWithMoreCycles() throws Exception {
        SimulatedExport export = SimulatedExport.write(files, 2);
        List<HaulCycle> cycles =
                new ArrayList<>(FleetHistory.readCycles(files, export.mapping()).cycles());
        HaulCycle last = cycles.get(cycles.size() - 1);
        cycles.add(derived(last));
        archive(cycles);

        MineRecords all = LakeRecords.read(lake, MINE, ZoneOffset.UTC, SPAN);
        MineRecords hour = LakeRecords.read(lake, MINE, ZoneOffset.UTC, Duration.ofHours(1));

        assertThat(all.cycles()).isEqualTo(export.cycles());
        assertThat(all.lines())
                .containsExactly(
                        "1 cycles of source 'telemetry' left out: source 'fms' has more cycles of"
                                + " the same trucks");
        assertThat(hour.cycles()).isBetween(1, export.cycles() / 10);
    }

    @Test
    void saysThatALakeHasNoCyclesOfTheMine() {
        assertThatThrownBy(() -> LakeRecords.read(lake, MINE, ZoneOffset.UTC, SPAN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no haul cycles of site 'andes'");
    }

    private static Backtest.Outcome backtest(MineRecords records) throws InterruptedException {
        return new Backtest(records, SimulatedExport.classes(), List.of(PolicyName.FIXED), 101, 1)
                .outcome(2, (done, all) -> {});
    }

    /** The same cycle as job fuel derives it from telemetry, with another id. */
    private static HaulCycle derived(HaulCycle c) {
        return new HaulCycle(
                c.cycleId() + "-derived",
                c.site(),
                c.truckId(),
                c.equipmentClass(),
                c.operatorId(),
                c.loadingUnitId(),
                c.loadLocationId(),
                c.dumpLocationId(),
                c.assignedAt(),
                c.loadArrivedAt(),
                c.fullAt(),
                c.dumpArrivedAt(),
                c.emptyAt(),
                c.payloadT(),
                c.loadingScaleT(),
                c.scaleT(),
                c.emptyTravelS(),
                c.loadQueueS(),
                c.spotS(),
                c.loadingS(),
                c.fullTravelS(),
                c.dumpQueueS(),
                c.dumpingS(),
                c.hangS(),
                c.emptyDistanceM(),
                c.fullDistanceM(),
                c.efhEmptyM(),
                c.efhFullM(),
                c.liftM(),
                c.fuelL(),
                "telemetry",
                c.flags(),
                c.engineOnS());
    }

    private void archive(List<HaulCycle> cycles) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(1);
        env.fromData(HaulCycle.class, cycles.toArray(HaulCycle[]::new))
                .uid("cycles")
                .sinkTo(ParquetLake.cycles(lake))
                .uid("cycles-lake");
        env.execute("archive");
    }
}
