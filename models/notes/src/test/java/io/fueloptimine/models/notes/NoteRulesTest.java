package io.fueloptimine.models.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.alarm.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteRulesTest {

    private final NoteRules rules = new NoteRules(List.of("R-1", "R-12", "ramp-north"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Camino R-12 cerrado por derrumbe | ROAD_CLOSED",
                "Road R-12 is closed, rockfall | ROAD_CLOSED",
                "RUTA BLOQUEADA EN R-12 | ROAD_CLOSED",
                "R-12 reopened after cleaning | ROAD_OPEN",
                "Camino R-12 está abierto | ROAD_OPEN",
                "Sale humo del motor | FIRE",
                "Smoke from the left wheel motor! | FIRE",
                "Baja presión de aceite en T07 | ENGINE_TROUBLE",
                "presion de aceite baja | ENGINE_TROUBLE",
                "low oil pressure light came on | ENGINE_TROUBLE",
                "Bache grande en la rampa | BAD_ROAD",
                "deep pothole near the crusher | BAD_ROAD",
                "Neblina densa, visibilidad 50 m | WEATHER",
                "Heavy rain since noon | WET_ROAD",
                "Road R-12 blocked, cannot pass | ROAD_CLOSED",
                "Camino R-12 cerrado, no hay paso | ROAD_CLOSED",
                "road closed at R-12, waiting for another way | ROAD_CLOSED",
                "Derrame en R-12, camino bloqueado | ROAD_CLOSED",
                "Camino resbaloso en R-12, mucho barro | WET_ROAD",
                "Heavy rain, road R-12 very slippery | WET_ROAD",
                "lluvia fuerte, ruta R-12 blanda, camion patina | WET_ROAD",
                "Water on R-12, need grader | WET_ROAD",
                "Humo negro en el escape, consume mas de lo normal | ENGINE_TROUBLE",
                "motor sin fuerza y con humo, revisar inyectores | ENGINE_TROUBLE",
                "Black smoke on the ramp, engine feels weak | ENGINE_TROUBLE",
                "Black smoke from the cabin | FIRE",
                "Loss of power, smoke and flames | FIRE",
                "Humo en el escape y olor a quemado | FIRE",
                "temperatura de motor alta, baja presion de aceite | ENGINE_TROUBLE",
                "motor sin fuerza, revisar inyectores | ENGINE_TROUBLE",
                "Seat suspension makes noise | NOTHING",
                "Pala lenta hoy, material duro | NOTHING",
                "Cambio de turno sin novedad | NOTHING",
                "All good, starting shift | NOTHING",
            })
    void readsBothLanguages(String text, NoteCategory category) {
        assertThat(rules.read(text).category()).isEqualTo(category);
    }

    @Test
    void namesTheRoadAsTheMineSpellsItAndPrefersTheLongerName() {
        assertThat(rules.read("camino r-12 cerrado").subjectId()).isEqualTo("R-12");
        assertThat(rules.read("Camino R 1, cerrado").subjectId()).isEqualTo("R-1");
        assertThat(rules.read("RAMP NORTH blocked").subjectId()).isEqualTo("ramp-north");
    }

    @Test
    void raisesAlarmForAClosedRoadThatHasNoNameButNamesNone() {
        NoteMeaning meaning = rules.read("Camino cerrado por derrumbe");
        assertThat(meaning.category()).isEqualTo(NoteCategory.ROAD_CLOSED);
        assertThat(meaning.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(meaning.subjectId()).isNull();
    }

    @Test
    void takesNoClosedCanteenForAClosedRoad() {
        assertThat(rules.read("Comedor cerrado hoy").category()).isEqualTo(NoteCategory.NOTHING);
        assertThat(rules.read("The canteen is open").category()).isEqualTo(NoteCategory.NOTHING);
    }

    @Test
    void respectsANegationBeforeTheWord() {
        assertThat(rules.read("Revisado, sin humo").category()).isEqualTo(NoteCategory.NOTHING);
        assertThat(rules.read("No smoke seen").category()).isEqualTo(NoteCategory.NOTHING);
        assertThat(rules.read("Road R-1 not closed").category()).isEqualTo(NoteCategory.NOTHING);
        assertThat(rules.read("no smoke, but fire").category()).isEqualTo(NoteCategory.FIRE);
    }

    @Test
    void findsNoWordInsideAnotherWord() {
        assertThat(rules.read("training on the terrain").category())
                .isEqualTo(NoteCategory.NOTHING);
        assertThat(rules.read("fired up and ready").category()).isEqualTo(NoteCategory.NOTHING);
    }

    @Test
    void readsANamedRoadWhereTheMinesRoadsAreNotKnown() {
        NoteMeaning meaning = new NoteRules(List.of()).read("Ruta S-7 bloqueada");
        assertThat(meaning)
                .isEqualTo(new NoteMeaning(NoteCategory.ROAD_CLOSED, Severity.CRITICAL, "S-7"));
    }

    @Test
    void findsNothingInAnEmptyNote() {
        assertThat(rules.read("").category()).isEqualTo(NoteCategory.NOTHING);
        assertThat(rules.read("  ¿¡...!? ").category()).isEqualTo(NoteCategory.NOTHING);
    }
}
