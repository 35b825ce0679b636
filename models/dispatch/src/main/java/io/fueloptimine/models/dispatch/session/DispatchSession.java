package io.fueloptimine.models.dispatch.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.JsonFault;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.StrictFormat;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.util.Map;

/**
 * Answers requests to the dispatcher, one JSON object per line. A session keeps its mine and its
 * last plan; every request is answered, a wrong one by its fault. Equal requests in equal order
 * give equal answers, except where the solver reaches its time limit. Not thread-safe.
 */
public final class DispatchSession {

    private static final int MAX_ID_LENGTH = 200;

    private final PlannerSettings planner;
    private final AssignerSettings assigner;
    private SessionMine mine;
    private HaulTables tables;
    private SessionWork work;
    private FleetMemory memory;

    public DispatchSession(PlannerSettings planner, AssignerSettings assigner) {
        this.planner = planner;
        this.assigner = assigner;
    }

    /**
     * The answer to a request.
     *
     * @param line one line without its end
     * @return one line without its end: an object with the id of the request and the result, or
     *     with {@code error}, which names field, value and expected values
     */
    public String answer(String line) {
        ObjectNode answer = MineJson.mapper().createObjectNode();
        answer.set("id", NullNode.getInstance());
        try {
            JsonNode request = parsed(line);
            answer.set("id", idOf(request));
            answer(RequestFields.of(request), request, answer);
        } catch (RequestFaultException e) {
            addError(answer, e);
        }
        return answer.toString();
    }

    /**
     * The answer to a line that is too long to be read.
     *
     * @param most largest number of characters
     */
    public static String tooLong(int most) {
        ObjectNode answer = MineJson.mapper().createObjectNode();
        answer.set("id", NullNode.getInstance());
        addError(
                answer, new RequestFaultException("line", null, "at most " + most + " characters"));
        return answer.toString();
    }

    private static void addError(ObjectNode answer, RequestFaultException fault) {
        ObjectNode error = answer.putObject("error");
        error.put("field", fault.field());
        error.put("value", fault.value());
        error.put("expected", fault.expected());
    }

    private static JsonNode parsed(String line) throws RequestFaultException {
        JsonNode request;
        try {
            request = MineJson.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            JsonFault fault = JsonFault.of(e, line, MineJson.mapper());
            String field = fault.field() == null ? "line" : fault.field();
            throw new RequestFaultException(field, fault.value(), fault.expected());
        }
        if (!request.isObject()) {
            String value = request.isMissingNode() ? null : request.getNodeType().name();
            throw new RequestFaultException("line", value, "a JSON object");
        }
        return request;
    }

    private static JsonNode idOf(JsonNode request) throws RequestFaultException {
        JsonNode id = request.path("id");
        boolean valid = id.isIntegralNumber() || id.isTextual();
        if (!valid || id.asText().length() > MAX_ID_LENGTH) {
            throw RequestFields.of(request)
                    .fault("id", "a text or whole number of at most 200 characters");
        }
        return id;
    }

    private void answer(RequestFields fields, JsonNode request, ObjectNode answer)
            throws RequestFaultException {
        switch (fields.text("type")) {
            case "mine" -> {
                MineSite site = mineOf(fields, request.path("mine"));
                use(new SessionMine(site, new RoadHaulModel(site), Map.of()), answer);
            }
            case "matrices" -> use(MatricesRequest.read(fields), answer);
            case "plan" -> {
                SessionPlan plan = SessionPlan.solve(mineInUse(fields), planner, fields);
                memory.at(plan.at());
                work.planned(plan.trucks(), plan.left(), plan.at());
                answer.set("plan", plan.toJson());
            }
            case "assign" ->
                    new AssignRequest(mineInUse(fields), tables, work, memory)
                            .answer(fields, answer);
            default -> throw fields.fault("type", "mine, matrices, plan or assign");
        }
    }

    private static MineSite mineOf(RequestFields fields, JsonNode mine)
            throws RequestFaultException {
        if (!mine.isObject()) {
            throw fields.fault("mine", "the mine file as an object");
        }
        try {
            return MineSiteFile.parse(mine.toString(), StrictFormat.JSON, "mine");
        } catch (InvalidInputException e) {
            throw new RequestFaultException("mine", "an object", e.getMessage());
        }
    }

    private SessionMine mineInUse(RequestFields fields) throws RequestFaultException {
        if (mine == null) {
            throw fields.fault("type", "a request of type mine or matrices first");
        }
        return mine;
    }

    private void use(SessionMine next, ObjectNode answer) {
        mine = next;
        // Without roads, the loading times of the request's tables include spotting.
        tables = new HaulTables(next, next.site().roads().isEmpty() ? 0 : assigner.spotS());
        work = new SessionWork(tables);
        memory = new FleetMemory(tables);
        ObjectNode known = answer.putObject("mine");
        known.put("classes", next.site().truckClasses().size());
        known.put("trucks", next.site().trucks().size());
        known.put("units", next.site().loadingUnits().size());
        known.put("dumps", next.site().dumps().size());
    }
}
