package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.quality.expectation.ReadingExpectation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A suite made ready to judge readings: each stream's checks in the order of the rules. */
public final class SuiteChecks {

    private final ValidationSuite suite;
    private final Map<ReadingStream, List<RuleCheck>> checks = new EnumMap<>(ReadingStream.class);
    private final Map<ReadingStream, Set<String>> memoryKeys = new EnumMap<>(ReadingStream.class);

    public SuiteChecks(ValidationSuite suite) {
        this.suite = suite;
        for (ReadingStream stream : ReadingStream.values()) {
            List<RuleCheck> ready = checksOf(suite, stream);
            checks.put(stream, ready);
            memoryKeys.put(
                    stream,
                    ready.stream()
                            .filter(RuleCheck::remembers)
                            .map(RuleCheck::memoryKey)
                            .collect(Collectors.toSet()));
        }
    }

    public ValidationSuite suite() {
        return suite;
    }

    public List<RuleCheck> of(ReadingStream stream) {
        return checks.get(stream);
    }

    /** What the stream's checks keep memories under; empty when none of them remembers. */
    public Set<String> memoryKeys(ReadingStream stream) {
        return memoryKeys.get(stream);
    }

    private static List<RuleCheck> checksOf(ValidationSuite suite, ReadingStream stream) {
        List<RuleCheck> ready = new ArrayList<>();
        for (Rule rule : suite.rules()) {
            if (rule.streams().contains(stream)
                    && rule.expectation() instanceof ReadingExpectation expectation) {
                ready.add(new RuleCheck(rule, expectation, stream));
            }
        }
        return ready;
    }
}
