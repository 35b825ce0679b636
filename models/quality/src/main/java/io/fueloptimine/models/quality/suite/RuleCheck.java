package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.quality.expectation.Check;
import io.fueloptimine.models.quality.expectation.ReadingExpectation;
import io.fueloptimine.models.quality.expectation.RuleMemory;

/** A rule made ready to judge the readings of one stream. */
public final class RuleCheck {

    private final Rule rule;
    private final String expected;
    private final Check check;
    private final String memoryKey;
    private final boolean remembers;

    RuleCheck(Rule rule, ReadingExpectation expectation, ReadingStream stream) {
        this.rule = rule;
        this.expected = expectation.expected();
        this.check = expectation.check(stream);
        this.memoryKey = rule.memoryKey();
        this.remembers = expectation.remembers() || rule.mostly() < 1;
    }

    public Rule rule() {
        return rule;
    }

    public String expected() {
        return expected;
    }

    /** Whether it wants a memory. */
    boolean remembers() {
        return remembers;
    }

    String memoryKey() {
        return memoryKey;
    }

    /**
     * What breaks the rule; null when nothing does.
     *
     * @param clockAheadS how far the reading is ahead of its site's clock, s
     * @param machine what is remembered of the machine; may be null where {@link #remembers} is
     *     false
     */
    public Breach breach(Reading reading, double clockAheadS, MachineMemory machine) {
        if (!rule.scope().covers(reading)) {
            return null;
        }
        if (remembers) {
            return remembered(reading, clockAheadS, machine.of(memoryKey));
        }
        String observed = check.breach(reading, clockAheadS, null);
        return observed == null ? null : new Breach(observed, false);
    }

    private Breach remembered(Reading reading, double clockAheadS, RuleMemory memory) {
        String observed = check.breach(reading, clockAheadS, memory);
        boolean tolerated = false;
        if (rule.mostly() < 1 && check.judges(reading)) {
            tolerated = memory.verdicts().note(observed == null, rule.mostlyOver(), rule.mostly());
        }
        return observed == null ? null : new Breach(observed, tolerated);
    }

    /**
     * A breach of the rule.
     *
     * @param observed what the reading shows, as text
     * @param tolerated whether enough of the machine's latest readings keep the rule
     */
    public record Breach(String observed, boolean tolerated) {}
}
