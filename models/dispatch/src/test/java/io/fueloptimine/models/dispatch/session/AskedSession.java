package io.fueloptimine.models.dispatch.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;

/** A session with lines to ask it: two faces, one dump. */
final class AskedSession {

    /** Two faces, one dump; the way to B is shorter, but the way back from B is a detour. */
    static final String MATRICES =
            """
            {"id":"1","type":"matrices",
            "classes":[{"name":"793F","payloadT":227,"idleLph":40},
             {"name":"785D","payloadT":140,"idleLph":26}],
            "units":[{"id":"S1","placeId":"A","material":"ORE","loadSeconds":{"793F":150,"785D":90}},
             {"id":"S2","placeId":"B","material":"ORE","loadSeconds":{"793F":150}}],
            "dumps":[{"id":"D1","placeId":"X","accepts":["ORE"]}],
            "legs":[{"class":"793F","from":"X","to":"A","loaded":false,"seconds":420,"litres":11.5},
             {"class":"793F","from":"X","to":"B","loaded":false,"seconds":300,"litres":9},
             {"class":"793F","from":"A","to":"X","loaded":true,"seconds":700,"litres":60},
             {"class":"793F","from":"B","to":"X","loaded":true,"seconds":2400,"litres":190},
             {"class":"785D","from":"X","to":"A","loaded":false,"seconds":420,"litres":7}]}
            """
                    .replace("\n", " ");

    static final String PLAN =
            """
            {"id":"2","type":"plan","now":"2026-05-04T06:00:00Z","horizonHours":1,
            "trucks":[{"id":"T1","class":"793F","available":true},{"id":"T2","class":"793F"}],
            "digPlan":[{"faceId":"A","material":"ORE","shiftTonnes":1000,"doneTonnes":700,
             "priority":1,"destinations":["D1"]}]}
            """
                    .replace("\n", " ");

    static final String ASSIGN =
            """
            {"id":"3","type":"assign","now":"2026-05-04T06:00:00Z",
            "truck":{"id":"T1","class":"793F","placeId":"X","loaded":false},
            "trucks":[],"units":[{"id":"S1","queue":0,"down":false}]}
            """
                    .replace("\n", " ");

    private final DispatchSession session =
            new DispatchSession(PlannerSettings.defaults(), AssignerSettings.defaults());

    /** The answer to a line, as it is written. */
    String answer(String line) {
        return session.answer(line);
    }

    /** The answer to a line. */
    JsonNode ask(String line) throws IOException {
        return MineJson.mapper().readTree(session.answer(line));
    }
}
