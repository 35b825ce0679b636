package io.fueloptimine.operators.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.ledger.BaselinePeriod;
import io.fueloptimine.models.dispatch.ledger.BaselinePeriods;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerPhase;
import io.fueloptimine.models.mine.saving.LedgerShift;
import io.fueloptimine.models.mine.saving.SavingLever;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.operators.EventTimeStreams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The ledger on a MiniCluster: two trucks haul for eleven shifts, an hour at a time. The baseline
 * is shifts 1 to 8; in shift 9 queues burn twice as much, in shift 10 half as much.
 */
class LedgerITCase {

    private static final MineSites MINES =
            MineSites.of(MineSiteFile.read(Path.of("../deploy/local/mines/andes.yaml")));
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration LATENESS = Duration.ofMinutes(15);
    private static final int SHIFTS = 11;

    /** The shift of the window that comes too late. */
    private static final int LATE_SHIFT = 1;

    private static final CountDownLatch LATE_SHIFT_CLOSED = new CountDownLatch(1);

    private static List<LedgerShift> shifts;
    private static List<FuelSaving> savings;
    private static List<QualityRecord> late;

    @BeforeAll
    static void run() throws Exception {
        StreamExecutionEnvironment env = EventTimeStreams.environment(2);
        BaselinePeriod period = new BaselinePeriod(at(1, 0), at(9, 0));
        DataStream<ScoredWindow> windows =
                EventTimeStreams.of(env, windows(), w -> w.window().end(), ScoredWindow.class);
        Ledger ledger =
                Ledger.of(
                        EventTimeStreams.of(env, cycles(), HaulCycle::emptyAt, HaulCycle.class),
                        windows.map(LedgerITCase::heldBackIfLate)
                                .returns(windows.getType())
                                .uid("hold-back-the-late-window")
                                .setParallelism(1),
                        MINES,
                        new BaselinePeriods(Map.of("andes", period)),
                        LedgerSettings.DEFAULT,
                        LATENESS);
        CloseableIterator<LedgerShift> shiftRows =
                ledger.shifts()
                        .map(LedgerITCase::noticed)
                        .returns(ledger.shifts().getType())
                        .uid("notice-shifts")
                        .collectAsync();
        CloseableIterator<FuelSaving> savingRows = ledger.savings().collectAsync();
        CloseableIterator<QualityRecord> lateRows = ledger.late().collectAsync();
        env.executeAsync();
        shifts = sorted(shiftRows);
        savings = new ArrayList<>();
        savingRows.forEachRemaining(savings::add);
        late = new ArrayList<>();
        lateRows.forEachRemaining(late::add);
    }

    @Test
    void entersEveryShiftOnce() {
        assertThat(shifts)
                .extracting(LedgerShift::phase)
                .containsExactly(
                        LedgerPhase.NOT_MEASURED,
                        LedgerPhase.BASELINE,
                        LedgerPhase.BASELINE,
                        LedgerPhase.BASELINE,
                        LedgerPhase.BASELINE,
                        LedgerPhase.BASELINE,
                        LedgerPhase.BASELINE,
                        LedgerPhase.BASELINE,
                        LedgerPhase.BASELINE,
                        LedgerPhase.MEASURED,
                        LedgerPhase.MEASURED);
        assertThat(shifts.get(0).remark())
                .isEqualTo("starts before the baseline period or ends after it");
    }

    @Test
    void countsARevisedWindowOnce() {
        // 24 windows of 50 + 10 + 8 + 5 L, of which one was revised from 1,000 L.
        assertThat(shifts.get(2).burntL()).isCloseTo(24 * 73, within(1e-6));
        assertThat(shifts.get(2).tonnes()).isCloseTo(24 * 250, within(1e-6));
    }

    @Test
    void measuresNegativeAndPositiveSavingsInQueues() {
        assertThat(shifts.get(9).savedL()).isCloseTo(-24 * 8, within(1e-6));
        assertThat(shifts.get(10).savedL()).isCloseTo(24 * 4, within(1e-6));
        assertThat(savings)
                .filteredOn(saving -> saving.lever() == SavingLever.QUEUES)
                .extracting(FuelSaving::litres)
                .allSatisfy(litres -> assertThat(Math.abs(litres)).isGreaterThan(90));
    }

    @Test
    void passesOnWhatCameAfterItsShiftWasClosed() {
        assertThat(late)
                .singleElement()
                .satisfies(record -> assertThat(record.rule()).isEqualTo("too-late-for-ledger"))
                .satisfies(record -> assertThat(record.field()).isEqualTo("start"))
                .satisfies(record -> assertThat(record.machineId()).isEqualTo("T01"));
    }

    /** The late window, which is the last one, waits until its shift is closed. */
    private static ScoredWindow heldBackIfLate(ScoredWindow row) throws InterruptedException {
        if (row.window().start().equals(at(LATE_SHIFT, 0)) && row.window().revision() == 1) {
            assertThat(LATE_SHIFT_CLOSED.await(1, TimeUnit.MINUTES)).isTrue();
        }
        return row;
    }

    private static LedgerShift noticed(LedgerShift shift) {
        if (shift.spanStart().equals(at(LATE_SHIFT, 0))) {
            LATE_SHIFT_CLOSED.countDown();
        }
        return shift;
    }

    private static List<LedgerShift> sorted(CloseableIterator<LedgerShift> rows) {
        List<LedgerShift> sorted = new ArrayList<>();
        rows.forEachRemaining(sorted::add);
        sorted.sort(Comparator.comparing(LedgerShift::spanStart));
        return sorted;
    }

    private static Instant at(int shift, int minute) {
        return START.plus(Duration.ofHours(12L * shift)).plusSeconds(60L * minute);
    }

    private static List<HaulCycle> cycles() {
        List<HaulCycle> cycles = new ArrayList<>();
        for (int shift = 0; shift < SHIFTS; shift++) {
            for (int hour = 0; hour < 12; hour++) {
                for (String truck : List.of("T01", "T02")) {
                    cycles.add(cycle(truck, at(shift, 60 * hour + 10)));
                }
            }
        }
        return cycles;
    }

    private static HaulCycle cycle(String truck, Instant at) {
        return new HaulCycle(
                truck + at,
                "andes",
                truck,
                "930E",
                null,
                "SH01",
                "FACE-1",
                "CRUSHER",
                at,
                at,
                at,
                at,
                at,
                250,
                null,
                null,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                3_000,
                3_000,
                3_000.0,
                6_000.0,
                120.0,
                73.0,
                "telemetry",
                List.of(),
                null);
    }

    private static List<ScoredWindow> windows() {
        List<ScoredWindow> windows = new ArrayList<>();
        for (int shift = 0; shift < SHIFTS; shift++) {
            double queueL = shift == 9 ? 16 : shift == 10 ? 4 : 8;
            for (int hour = 0; hour < 12; hour++) {
                for (String truck : List.of("T01", "T02")) {
                    Instant at = at(shift, 60 * hour);
                    if (shift == 2 && hour == 3 && truck.equals("T01")) {
                        windows.add(window(truck, at, 0, ProductionState.HAULING, 1_000));
                        windows.add(window(truck, at, 1, ProductionState.HAULING, 50));
                    } else {
                        windows.add(window(truck, at, 0, ProductionState.HAULING, 50));
                    }
                    windows.add(window(truck, at.plusSeconds(60), 0, ProductionState.DRIVING, 10));
                    windows.add(
                            window(truck, at.plusSeconds(120), 0, ProductionState.QUEUED, queueL));
                    windows.add(window(truck, at.plusSeconds(180), 0, ProductionState.PARKED, 5));
                }
            }
        }
        windows.add(window("T01", at(LATE_SHIFT, 0), 1, ProductionState.HAULING, 50));
        return windows;
    }

    private static ScoredWindow window(
            String truck, Instant start, int revision, ProductionState state, double litres) {
        FuelWindow window =
                new FuelWindow(
                        "andes",
                        truck,
                        EquipmentKind.HAULTRUCK,
                        "930E",
                        null,
                        start,
                        start.plusSeconds(60),
                        60,
                        revision,
                        litres,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        1,
                        0,
                        null,
                        null,
                        null,
                        state);
        return new ScoredWindow(window, litres, 0, litres, "physics", "0");
    }
}
