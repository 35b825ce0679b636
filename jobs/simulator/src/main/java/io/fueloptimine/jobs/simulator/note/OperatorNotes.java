package io.fueloptimine.jobs.simulator.note;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes free-text notes of truck operators, in Spanish and English: observations (wet road,
 * potholes, smoke, a closed road) and routine remarks.
 */
public final class OperatorNotes {

    private static final long MIN_MS_BETWEEN_NOTES_ON_A_ROAD = 900_000;
    private static final double MEAN_HOURS_BETWEEN_NOTES = 9;
    private static final double PROBLEM_FACTOR = 6;
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

    private final PitContext context;
    private final Map<String, Long> lastNoteMsByRoad = new HashMap<>();

    public OperatorNotes(PitContext context) {
        this.context = context;
    }

    /** Publishes the note of an operator whose truck waits at a closed road. */
    public void waitingAtClosedRoad(NoteAuthor truck, long nowMs) {
        String closed =
                context.roads().closed().stream().sorted().findFirst().orElse(truck.placeId());
        publishAboutRoad(truck, pick(BLOCKED, truck.noteRandom(nowMs)), closed, nowMs);
    }

    /**
     * Publishes notes about roads that have just been closed; for each road, the operator of one
     * travelling truck writes a note.
     */
    public void roadsClosed(
            List<? extends NoteAuthor> trucks, Iterable<String> segmentIds, long nowMs) {
        for (String segmentId : segmentIds) {
            trucks.stream()
                    .filter(NoteAuthor::travelling)
                    .findFirst()
                    .ifPresent(
                            truck ->
                                    publishAboutRoad(
                                            truck,
                                            pick(BLOCKED, truck.noteRandom(nowMs)),
                                            segmentId,
                                            nowMs));
        }
    }

    /** Publishes a note at random, more often when the truck or its road has a problem. */
    public void maybePublish(NoteAuthor truck, double elapsedS, long nowMs) {
        SeededRandom random = truck.noteRandom(nowMs);
        double probability = elapsedS / 3_600 / MEAN_HOURS_BETWEEN_NOTES * factor(truck, nowMs);
        if (!random.chance(probability)) {
            return;
        }
        Instant now = context.instant(nowMs);
        Optional<String> wet = wetRoad(truck, now);
        if (truck.failing(nowMs)) {
            publish(truck, pick(OIL, random), nowMs);
        } else if (wet.isPresent()) {
            publishAboutRoad(truck, pick(WET, random), wet.get(), nowMs);
        } else if (context.conditions().fuelFactor(truck.id(), now) > WORN_FACTOR) {
            publish(truck, pick(SMOKE, random), nowMs);
        } else {
            publish(truck, pick(ROUTINE, random), nowMs);
        }
    }

    private double factor(NoteAuthor truck, long nowMs) {
        Instant now = context.instant(nowMs);
        boolean problem =
                truck.failing(nowMs)
                        || context.conditions().fuelFactor(truck.id(), now) > WORN_FACTOR
                        || wetRoad(truck, now).isPresent();
        return problem ? PROBLEM_FACTOR : 1;
    }

    private Optional<String> wetRoad(NoteAuthor truck, Instant now) {
        return truck.currentSegmentId()
                .filter(id -> context.conditions().extraRollingResistancePct(id, now) > WET_PCT);
    }

    private void publishAboutRoad(NoteAuthor truck, String text, String road, long nowMs) {
        long lastMs = lastNoteMsByRoad.getOrDefault(road, Long.MIN_VALUE / 2);
        if (nowMs - lastMs < MIN_MS_BETWEEN_NOTES_ON_A_ROAD) {
            return;
        }
        lastNoteMsByRoad.put(road, nowMs);
        publish(truck, String.format(Locale.ROOT, text, road), nowMs);
    }

    private static String pick(List<String> texts, SeededRandom random) {
        return texts.get(random.below(texts.size()));
    }

    private static void publish(NoteAuthor truck, String text, long nowMs) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("author", truck.operatorId());
        body.put("text", text);
        truck.publisher().publish(ReadingStream.NOTE, nowMs, body);
    }
}
