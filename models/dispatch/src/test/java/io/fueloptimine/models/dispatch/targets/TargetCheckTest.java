package io.fueloptimine.models.dispatch.targets;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
import io.fueloptimine.models.mine.input.FieldFault;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetCheckTest {

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final String FACE = MINE.digPlan().faces().get(0).faceId();
    private static final String DUMP = MINE.dumps().get(0).locationId();
    private static final String VALID =
            """
            {"targetId": "T-1", "site": "andes",
             "from": "2026-01-05T08:00:00Z", "until": "2026-01-05T20:00:00Z",
             "items": [{"faceId": "FACE", "minTph": 900, "maxTph": 1200.5, "priority": 2}],
             "user": "shift boss", "reason": "the crusher needs ore", "more": 1}
            """
                    .replace("FACE", FACE);

    private final TargetCheck check = new TargetCheck(MineSites.of(MINE));

    @Test
    void readsAValidTarget() {
        DispatchTarget target = check.check(VALID).target();

        assertThat(target.targetId()).isEqualTo("T-1");
        assertThat(target.from()).isEqualTo(Instant.parse("2026-01-05T08:00:00Z"));
        assertThat(target.items())
                .containsExactly(new DispatchTarget.Item(FACE, null, null, 900.0, 1200.5, 2));
    }

    @Test
    void readsTargetsOfDumpsAndMaterials() {
        String items =
                "[{\"dumpId\":\""
                        + DUMP
                        + "\",\"minTph\":1},{\"material\":\"waste\",\"maxTph\":5}]";

        assertThat(check.check(VALID.replaceFirst("\\[\\{.*}]", items)).target().items())
                .containsExactly(
                        new DispatchTarget.Item(null, null, DUMP, 1.0, null, null),
                        new DispatchTarget.Item(null, Material.WASTE, null, null, 5.0, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"minTph\": 900 | \"minTph\": 1300 | items[0].minTph | 1300 | maxTph",
                "\"minTph\": 900 | \"minTph\": NaN | items[0].minTph | NaN | number from 0",
                "\"minTph\": 900 | \"minTph\": Infinity | items[0].minTph | Infinity | from 0",
                "\"minTph\": 900 | \"minTph\": -1 | items[0].minTph | -1 | a number from 0",
                "\"minTph\": 900 | \"minTph\": \"900\" | items[0].minTph | 900 | a number from 0",
                "1200.5 | -0.5 | items[0].maxTph | -0.5 | a number from 0",
                "1200.5 | 1e300 | items[0].maxTph | 1.0E300 | to 1000000",
                "\"priority\": 2 | \"priority\": 0 | items[0].priority | 0 | from 1",
                "\"priority\": 2 | \"priority\": 1.5 | items[0].priority | 1.5 | whole number",
                "\"faceId\": | \"faceId\": \"MOON\", \"x\": | items[0].faceId | MOON | a face of",
                "\"faceId\": | \"dumpId\": \"MOON\", \"x\": | items[0].dumpId | MOON | a dump of",
                "\"faceId\": | \"material\": \"GOLD\", \"x\": | items[0].material | GOLD | ORE",
                "\"faceId\": | \"x\": | items[0].faceId | | one of faceId, dumpId and material",
                "\"faceId\": | \"material\": \"ORE\", \"faceId\": | items[0].material | ORE | no",
                "\"andes\" | \"atlantis\" | site | atlantis | a site with a mine file: [andes]",
                "\"andes\" | 7 | site | 7 | a text",
                "2026-01-05T20 | 2026-01-05T08 | until | 2026-01-05T08:00:00Z | a time after from",
                "2026-01-05T20 | 2026-03-05T20 | until | 2026-03-05T20:00:00Z | at most 31 days",
                "2026-01-05T08:00:00Z | 8 o'clock | from | 8 o'clock | a UTC time",
                "\"T-1\" | \" \" | targetId | ' ' | a text",
                "\"shift boss\" | null | user | | a text",
            })
    void namesTheFieldTheValueAndWhatWasExpected(
            String valid, String wrong, String field, String value, String expected) {
        TargetAnswer answer = check.check(VALID.replace(valid, wrong)).refusal();

        assertThat(answer.accepted()).isFalse();
        assertThat(answer.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo(field))
                .satisfies(fault -> assertThat(fault.value()).isEqualTo(value))
                .satisfies(fault -> assertThat(fault.expected()).contains(expected));
    }

    @Test
    void namesEveryFaultAndTheId() {
        TargetAnswer answer =
                check.check("{\"targetId\":\"T-2\",\"items\":[7,{\"minTph\":-1}]}").refusal();

        assertThat(answer.targetId()).isEqualTo("T-2");
        assertThat(answer.faults())
                .extracting(FieldFault::field)
                .containsExactlyInAnyOrder(
                        "site",
                        "from",
                        "until",
                        "items[0]",
                        "items[1].faceId",
                        "items[1].minTph",
                        "user",
                        "reason");
    }

    @Test
    void refusesTwoItemsForOneFace() {
        String item = "{\"faceId\": \"" + FACE + "\", \"minTph\": 1}";
        String twice = VALID.replaceFirst("\\[\\{.*}]", "[" + item + "," + item + "]");

        assertThat(check.check(twice).refusal().faults())
                .singleElement()
                .isEqualTo(
                        new FieldFault(
                                "items[1].faceId",
                                FACE,
                                "a subject that no earlier item of the target has"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "7", "[]", "{", "{\"targetId\":}", "{\"a\":1,\"a\":2}"})
    void answersWhatIsNoObject(String text) {
        assertThat(check.check(text).refusal().faults()).isNotEmpty();
        assertThat(check.check(text).target()).isNull();
    }
}
