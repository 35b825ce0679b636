package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A shovel or loader at its face: one truck at a time, first come first served. When nobody comes
 * it waits (hang), and after a while it tidies its face instead, which is no hang.
 */
final class LoadingPlace {

    static final long NEVER = Long.MAX_VALUE;

    final LoadingUnit unit;
    final Voice voice;
    private final PitWorld world;
    private final Dice dice;
    private final Deque<HaulTruck> queue = new ArrayDeque<>();
    private HaulTruck current;
    private boolean down;
    private ProductionState state;
    private long readyAtMs;
    private long hangSinceMs = -1;
    private double hangS;
    private long wakeAtMs = NEVER;

    LoadingPlace(PitWorld world, LoadingUnit unit) {
        this.world = world;
        this.unit = unit;
        dice = Dice.of(world.seed, unit.id());
        voice = new Voice(world, EquipmentKind.SHOVEL, unit.id());
    }

    Dice dice() {
        return dice;
    }

    ProductionState state() {
        return state;
    }

    HaulTruck current() {
        return current;
    }

    boolean down() {
        return down;
    }

    long wakeAtMs() {
        return wakeAtMs;
    }

    /** Begins the day: waiting for the first truck. */
    void begin(long nowMs) {
        down = world.down(unit.id(), nowMs);
        if (down) {
            become(ProductionState.STOPPED, "DOWN", null, nowMs);
        } else {
            beginHang(nowMs);
        }
    }

    /** Looks after breakdowns. */
    void look(long nowMs) {
        boolean downNow = world.down(unit.id(), nowMs);
        if (downNow == down) {
            return;
        }
        down = downNow;
        if (down && current == null) {
            endHang(nowMs);
            wakeAtMs = NEVER;
            become(ProductionState.STOPPED, "DOWN", null, nowMs);
        } else if (!down && current == null) {
            serveNext(nowMs);
        }
    }

    /** A truck arrives; it is spotted at once or has been told to queue when this returns. */
    void arrive(HaulTruck truck, long nowMs) {
        queue.add(truck);
        if (current == null && !down && queue.size() == 1) {
            endHang(nowMs);
            double holdS = Habits.FACE_HOLD.draw(dice);
            if (holdS >= 1) {
                readyAtMs = nowMs + Math.round(holdS * 1_000);
                wakeAtMs = readyAtMs;
            }
        }
        serveNext(nowMs);
        if (current != truck) {
            truck.work.queueForLoad(nowMs);
        }
    }

    /** A truck gives up queueing. */
    void giveUp(HaulTruck truck) {
        queue.remove(truck);
    }

    void loadingBegins(long nowMs) {
        become(ProductionState.LOADING, null, current.id(), nowMs);
    }

    /** The current truck is full. */
    void loaded(double loadingS, long nowMs) {
        world.ledger.load(unit.kind(), loadingS, hangS);
        hangS = 0;
        current = null;
        if (down) {
            become(ProductionState.STOPPED, "DOWN", null, nowMs);
        } else {
            serveNext(nowMs);
        }
    }

    void wake(long nowMs) {
        wakeAtMs = NEVER;
        if (!queue.isEmpty()) {
            serveNext(nowMs);
        } else if (current == null && !down && hangSinceMs >= 0) {
            endHang(nowMs);
            become(ProductionState.PARKED, "STANDBY", null, nowMs);
        }
    }

    private void serveNext(long nowMs) {
        if (current != null || down || nowMs < readyAtMs) {
            return;
        }
        if (queue.isEmpty()) {
            beginHang(nowMs);
            return;
        }
        wakeAtMs = NEVER;
        current = queue.poll();
        current.work.spot(nowMs);
    }

    private void beginHang(long nowMs) {
        hangSinceMs = nowMs;
        double patienceS = dice.exponential(Habits.meanHangPatienceS(unit.kind()));
        wakeAtMs = nowMs + Math.round(1_000 * Math.max(1, patienceS));
        become(ProductionState.QUEUED, null, null, nowMs);
    }

    private void endHang(long nowMs) {
        if (hangSinceMs >= 0) {
            hangS += (nowMs - hangSinceMs) / 1_000.0;
            hangSinceMs = -1;
        }
    }

    private void become(ProductionState next, String reason, String truckId, long nowMs) {
        if (next == state && truckId == null) {
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", next.wireName());
        body.put("previousState", state == null ? null : state.wireName());
        body.put("locationId", unit.faceId());
        body.put("counterpartId", truckId);
        body.put("operatorId", "OP-" + unit.id());
        body.put("reason", reason);
        state = next;
        voice.say(ReadingStream.STATE, nowMs, body);
    }
}
