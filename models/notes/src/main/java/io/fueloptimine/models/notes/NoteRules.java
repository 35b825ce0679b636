package io.fueloptimine.models.notes;

import io.fueloptimine.models.mine.alarm.Severity;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Classifies free text, Spanish or English, by phrases. The first matching rule decides; rules are
 * in order of danger. Case, accents and punctuation are ignored; a phrase after a negation does not
 * match. Immutable and thread-safe.
 */
public final class NoteRules implements Serializable {

    private static final long serialVersionUID = 1;

    /** Signs of an engine that burns its fuel badly: such an engine smokes without a fire. */
    private static final String POOR_COMBUSTION =
            """
            smoke from the exhaust, smoke from exhaust, exhaust smoke, losing power, loss of power
            engine feels weak, engine is weak, burns more, check injectors
            humo en el escape, humo por el escape, humo del escape, humo negro en el escape
            sin fuerza, pierde fuerza, pierde potencia, perdida de potencia
            consume mas, revisar inyectores
            """;

    private static final List<NoteRule> RULES =
            List.of(
                    NoteRule.of(
                            NoteCategory.FIRE,
                            Severity.CRITICAL,
                            false,
                            """
                            fire, flames, burning smell, smell of burning
                            fuego, incendio, llamas, olor a quemado, amago
                            """),
                    NoteRule.of(
                                    NoteCategory.FIRE,
                                    Severity.CRITICAL,
                                    false,
                                    "smoke, smoking, humo, humeando")
                            .unless(POOR_COMBUSTION),
                    NoteRule.of(
                            NoteCategory.ROAD_OPEN,
                            Severity.INFO,
                            true,
                            """
                            reopened, re opened, open again, is open, cleared, passable again
                            reabierto, reabierta, abierto, abierta, despejado, despejada
                            rehabilitado, rehabilitada, habilitado, habilitada
                            """),
                    NoteRule.of(
                            NoteCategory.ROAD_CLOSED,
                            Severity.CRITICAL,
                            true,
                            """
                            closed, blocked, impassable, rockfall, landslide
                            cerrado, cerrada, bloqueado, bloqueada, cortado, cortada, obstruido
                            obstruida, intransitable, sin paso, derrumbe, deslizamiento
                            """),
                    NoteRule.of(
                            NoteCategory.ENGINE_TROUBLE,
                            Severity.WARNING,
                            false,
                            """
                            low oil pressure, oil pressure low, oil pressure is low
                            oil pressure light, oil pressure warning, oil leak, overheating
                            running hot, knocking, temperatura de motor alta
                            baja presion, presion baja, presion de aceite baja, poca presion
                            presion de aceite muy baja, presion del aceite baja, fuga de aceite
                            motor caliente, recalentado, recalienta, sobrecalentado
                            sobrecalentamiento, golpeteo
                            """
                                    + POOR_COMBUSTION),
                    NoteRule.of(
                            NoteCategory.WET_ROAD,
                            Severity.WARNING,
                            false,
                            """
                            rain, raining, rains, mud, muddy, wet, slippery, water on
                            lluvia, llueve, lloviendo, barro, mojado, mojada, resbaloso
                            resbalosa, patina, agua en
                            """),
                    NoteRule.of(
                            NoteCategory.BAD_ROAD,
                            Severity.WARNING,
                            false,
                            """
                            pothole, potholes, rough road, bad road, soft ground, spillage
                            rocks on, need grader, ruts, rutted, washboard
                            bache, baches, mal estado, camino malo, hoyo, hoyos, hundimiento
                            piedras, derrame, calamina
                            """),
                    NoteRule.of(
                            NoteCategory.WEATHER,
                            Severity.INFO,
                            false,
                            """
                            snow, snowing, fog, foggy, ice, icy, storm, thunderstorm
                            lightning, hail, wind, windy
                            nieve, nevando, nevada, neblina, niebla, hielo, tormenta, granizo
                            viento
                            """));

    private static final Pattern ROAD_WORD =
            Pattern.compile(
                    " (?:camino|ruta|rampa|via|tramo|segmento|acceso"
                            + "|road|ramp|route|segment|haulroad)s? ");

    /** A road name such as {@code road R-12}, used when the mine's road ids are unknown. */
    private static final Pattern NAMED_ROAD =
            Pattern.compile(ROAD_WORD.pattern() + "((?:[a-z]{1,3} ?)?[0-9]+[a-z]?) ");

    private final List<Road> roads;

    /**
     * Creates the rules for a mine.
     *
     * @param roadIds the ids of the mine's road segments; empty when unknown
     */
    public NoteRules(List<String> roadIds) {
        this.roads =
                roadIds.stream()
                        .map(id -> new Road(id, TextFolding.fold(id)))
                        .sorted(Comparator.comparingInt(road -> -road.folded().length()))
                        .toList();
    }

    /** Classifies a note; the category is {@link NoteCategory#NOTHING} when no rule matches. */
    public NoteMeaning read(String text) {
        String folded = TextFolding.fold(text);
        String roadId = roadIn(folded);
        boolean mentionsRoad = roadId != null || ROAD_WORD.matcher(folded).find();
        return RULES.stream()
                .filter(rule -> mentionsRoad || !rule.aboutRoads())
                .filter(rule -> rule.matches(folded))
                .findFirst()
                .map(rule -> new NoteMeaning(rule.category(), rule.severity(), roadId))
                .orElseGet(() -> new NoteMeaning(NoteCategory.NOTHING, Severity.INFO, roadId));
    }

    private String roadIn(String folded) {
        for (Road road : roads) {
            if (folded.contains(road.folded())) {
                return road.id();
            }
        }
        Matcher named = NAMED_ROAD.matcher(folded);
        return roads.isEmpty() && named.find()
                ? named.group(1).replace(' ', '-').toUpperCase(Locale.ROOT)
                : null;
    }

    private record Road(String id, String folded) implements Serializable {}
}
