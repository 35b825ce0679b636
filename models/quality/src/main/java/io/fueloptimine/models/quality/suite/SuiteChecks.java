package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.quality.expectation.ReadingExpectation;
import io.fueloptimine.models.quality.expectation.ValueText;
import io.fueloptimine.models.quality.expectation.ValuesBetween;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Validates readings against a suite. The checks of a reading run in the order of the suite's
 * rules.
 */
public final class SuiteChecks {

    private final ValidationSuite suite;
    private final Map<ReadingStream, List<RuleCheck>> checks = new EnumMap<>(ReadingStream.class);
    private final Map<ReadingStream, Set<String>> stateKeys = new EnumMap<>(ReadingStream.class);

    public SuiteChecks(ValidationSuite suite) {
        this.suite = suite;
        for (ReadingStream stream : ReadingStream.values()) {
            List<RuleCheck> result = checksOf(suite, stream);
            checks.put(stream, result);
            stateKeys.put(
                    stream,
                    result.stream()
                            .filter(RuleCheck::isStateful)
                            .map(RuleCheck::stateKey)
                            .collect(Collectors.toSet()));
        }
    }

    public ValidationSuite suite() {
        return suite;
    }

    /**
     * The state keys of the rules whose checks need state for a stream; empty when all checks of
     * the stream are stateless.
     */
    public Set<String> stateKeys(ReadingStream stream) {
        return stateKeys.get(stream);
    }

    /**
     * Validates a reading. When a rule clamps a value, later rules check the clamped value. After a
     * rejection, later rules are not applied.
     *
     * @param clockAheadS how far the reading's time is ahead of its site's clock, s
     * @param state the state of the machine's stream, updated by the call; may be null when {@link
     *     #stateKeys} is empty
     */
    public ValidationResult validate(Reading reading, double clockAheadS, MachineRuleState state) {
        Reading current = reading;
        List<RuleViolation> flags = new ArrayList<>();
        int tolerated = 0;
        for (RuleCheck check : checks.get(reading.stream())) {
            RuleCheck.Finding finding = check.check(current, clockAheadS, state);
            if (finding == null) {
                continue;
            }
            if (finding.tolerated()) {
                tolerated++;
                continue;
            }
            RuleAction action = check.rule().action();
            if (action == RuleAction.REJECT) {
                RuleViolation rejection = check.describe(finding.observed());
                return new ValidationResult(current, flags, Optional.of(rejection), tolerated);
            }
            String observed = finding.observed();
            if (action == RuleAction.CLAMP
                    && check.rule().expectation() instanceof ValuesBetween between) {
                observed += ", clamped to " + ValueText.plain(between.bound(current));
                current = between.clamp(current);
            }
            flags.add(check.describe(observed));
        }
        return new ValidationResult(withFlags(current, flags), flags, Optional.empty(), tolerated);
    }

    private static Reading withFlags(Reading reading, List<RuleViolation> violations) {
        if (violations.isEmpty()) {
            return reading;
        }
        Stream<String> names = violations.stream().map(violation -> violation.rule().name());
        return reading.withFlags(Stream.concat(reading.flags().stream(), names).toList());
    }

    private static List<RuleCheck> checksOf(ValidationSuite suite, ReadingStream stream) {
        List<RuleCheck> result = new ArrayList<>();
        for (Rule rule : suite.rules()) {
            if (rule.streams().contains(stream)
                    && rule.expectation() instanceof ReadingExpectation expectation) {
                result.add(new RuleCheck(rule, expectation, stream));
            }
        }
        return result;
    }
}
