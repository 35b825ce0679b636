package io.fueloptimine.models.dispatch.targets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
import io.fueloptimine.models.mine.input.FieldFault;
import io.fueloptimine.models.mine.input.JsonFault;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the records of the topic {@code dispatch.targets} against the mine files, and names every
 * fault of a record. Thread-safe.
 */
public final class TargetCheck {

    /** The longest time for which a target can apply. */
    public static final Duration MAX_TIME = Duration.ofDays(31);

    /** The largest number of items of a target. */
    public static final int MAX_ITEMS = 100;

    private static final int MAX_REASON = 1_000;

    /** Reads NaN as a number, so that the answer names its field and the target's id. */
    private static final ObjectReader JSON =
            MineJson.mapper().reader().with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);

    private final MineSites mines;

    public TargetCheck(MineSites mines) {
        this.mines = mines;
    }

    /**
     * The result of a check. Exactly one of the two is given.
     *
     * @param target the target; null when the record has faults
     * @param refusal the answer that names the faults; null when the record has none
     */
    public record Checked(DispatchTarget target, TargetAnswer refusal) {

        private static Checked refused(String targetId, List<FieldFault> faults) {
            return new Checked(null, TargetAnswer.refused(targetId, faults));
        }
    }

    /**
     * Checks a record.
     *
     * @param json the value of the record; null for a record without a value
     */
    public Checked check(String json) {
        if (json == null || json.isBlank()) {
            return Checked.refused(null, List.of(new FieldFault(null, null, "a JSON object")));
        }
        try {
            return check(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            JsonFault fault = JsonFault.of(e, json, MineJson.mapper());
            return Checked.refused(
                    null, List.of(new FieldFault(fault.field(), fault.value(), fault.expected())));
        }
    }

    private Checked check(JsonNode record) {
        FaultyFields fields = new FaultyFields("", record, new ArrayList<>());
        if (!record.isObject()) {
            fields.fault(null, FaultyFields.shown(record), "a JSON object");
            return Checked.refused(null, fields.faults());
        }
        String targetId = fields.label("targetId");
        MineSite mine = site(fields);
        Instant from = fields.time("from");
        Instant until = fields.time("until");
        if (from != null && until != null) {
            checkTimes(fields, from, until);
        }
        List<DispatchTarget.Item> items = items(fields, mine);
        String user = fields.label("user");
        String reason = fields.text("reason", MAX_REASON);
        return fields.faults().isEmpty()
                ? new Checked(
                        new DispatchTarget(targetId, mine.site(), from, until, items, user, reason),
                        null)
                : Checked.refused(targetId, fields.faults());
    }

    private MineSite site(FaultyFields fields) {
        String site = fields.label("site");
        if (site == null) {
            return null;
        }
        MineSite mine = mines.bySite().get(site);
        if (mine == null) {
            fields.fault("site", "a site with a mine file: " + mines.bySite().keySet());
        }
        return mine;
    }

    private static void checkTimes(FaultyFields fields, Instant from, Instant until) {
        if (!until.isAfter(from)) {
            fields.fault("until", "a time after from, " + from);
        } else if (Duration.between(from, until).compareTo(MAX_TIME) > 0) {
            fields.fault("until", "at most " + MAX_TIME.toDays() + " days after from, " + from);
        }
    }

    private static List<DispatchTarget.Item> items(FaultyFields fields, MineSite mine) {
        List<DispatchTarget.Item> items = new ArrayList<>();
        ItemCheck check = new ItemCheck(mine);
        for (FaultyFields item : fields.objects("items", MAX_ITEMS)) {
            items.add(check.check(item));
        }
        return items;
    }
}
