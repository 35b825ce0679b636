package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Route;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The notes that operators type, in Spanish and English, each in his own words: what they see
 * (water, holes, smoke, a closed road) and now and then nothing in particular.
 */
final class Notes {

    private static final long SAME_ROAD_MS = 900_000;
    private static final double MEAN_HOURS_BETWEEN = 9;
    private static final double WET_PCT = 0.8;
    private static final double WORN_FACTOR = 1.08;

    private static final List<String> BLOCKED =
            List.of(
                    "Road %s blocked, cannot pass",
                    "Camino %s cerrado, no hay paso",
                    "road closed at %s, waiting for another way",
                    "Derrame en %s, camino bloqueado");
    private static final List<String> WET =
            List.of(
                    "Camino resbaloso en %s, mucho barro",
                    "Heavy rain, road %s very slippery",
                    "lluvia fuerte, ruta %s blanda, camion patina",
                    "Water on %s, need grader");
    private static final List<String> SMOKE =
            List.of(
                    "Humo negro en el escape, consume mas de lo normal",
                    "Black smoke on the ramp, engine feels weak",
                    "motor sin fuerza y con humo, revisar inyectores");
    private static final List<String> OIL =
            List.of(
                    "Baja presion de aceite en tablero",
                    "Low oil pressure light came on twice",
                    "temperatura de motor alta, baja presion de aceite");
    private static final List<String> ROUTINE =
            List.of(
                    "Todo normal",
                    "Sin novedad en el turno",
                    "All good, radio weak near the bottom",
                    "Bache grande antes del cruce, avisar motoniveladora",
                    "Potholes on the bench road, please send the grader",
                    "Neblina en la rampa, visibilidad 50 metros",
                    "Dust is bad tonight, water truck needed",
                    "aire acondicionado no enfria",
                    "Seat suspension makes noise",
                    "viento fuerte en botadero",
                    "waited long at the shovel again",
                    "Pala lenta hoy, material duro");

    private final PitWorld world;
    private final Map<String, Long> roadToldMs = new HashMap<>();

    Notes(PitWorld world) {
        this.world = world;
    }

    /** A truck stands before a closed road and says which. */
    void roadBlocked(HaulTruck truck, long nowMs) {
        String closed = world.ways.closed().stream().sorted().findFirst().orElse(truck.place);
        aboutRoad(truck, BLOCKED, closed, nowMs);
    }

    /** Roads have just been closed: the truck that is nearest to each one's word on it. */
    void roadsClosed(List<HaulTruck> trucks, Iterable<String> segmentIds, long nowMs) {
        for (String segmentId : segmentIds) {
            trucks.stream()
                    .filter(truck -> truck.phase().travelling())
                    .findFirst()
                    .ifPresent(truck -> aboutRoad(truck, BLOCKED, segmentId, nowMs));
        }
    }

    /** Asked every few seconds: whether this operator has something to say. */
    void look(HaulTruck truck, double elapsedS, Dice dice, long nowMs) {
        if (!dice.chance(elapsedS / 3_600 / MEAN_HOURS_BETWEEN * eagerness(truck, nowMs))) {
            return;
        }
        Instant now = world.instant(nowMs);
        String wet = wetRoad(truck, now);
        if (truck.day.failing(nowMs)) {
            say(truck, pick(OIL, dice), nowMs);
        } else if (wet != null) {
            aboutRoad(truck, WET, wet, nowMs);
        } else if (world.conditions.fuelFactor(truck.id(), now) > WORN_FACTOR) {
            say(truck, pick(SMOKE, dice), nowMs);
        } else {
            say(truck, pick(ROUTINE, dice), nowMs);
        }
    }

    private double eagerness(HaulTruck truck, long nowMs) {
        Instant now = world.instant(nowMs);
        boolean trouble =
                truck.day.failing(nowMs)
                        || world.conditions.fuelFactor(truck.id(), now) > WORN_FACTOR
                        || wetRoad(truck, now) != null;
        return trouble ? 6 : 1;
    }

    private String wetRoad(HaulTruck truck, Instant now) {
        Journey journey = truck.trip.journey();
        if (journey == null || journey.finished()) {
            return null;
        }
        Route.Leg leg = journey.leg();
        String id = leg.segment().id();
        return world.conditions.extraRollingResistancePct(id, now) > WET_PCT ? id : null;
    }

    private void aboutRoad(HaulTruck truck, List<String> words, String road, long nowMs) {
        if (nowMs - roadToldMs.getOrDefault(road, Long.MIN_VALUE / 2) < SAME_ROAD_MS) {
            return;
        }
        roadToldMs.put(road, nowMs);
        say(truck, String.format(pick(words, truck.dice), road), nowMs);
    }

    private static String pick(List<String> words, Dice dice) {
        return words.get(dice.below(words.size()));
    }

    private static void say(HaulTruck truck, String text, long nowMs) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("author", truck.day.operatorId());
        body.put("text", text);
        truck.voice.say(ReadingStream.NOTE, nowMs, body);
    }
}
