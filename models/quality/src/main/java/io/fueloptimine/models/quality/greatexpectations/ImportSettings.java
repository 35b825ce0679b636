package io.fueloptimine.models.quality.greatexpectations;

import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.quality.suite.RuleAction;

/**
 * Settings of an import that a Great Expectations suite does not contain.
 *
 * @param stream the stream whose readings are the rows
 * @param action what happens to readings that violate a rule; for rules on windows the action is
 *     always flag
 * @param windowS the length of the window that replaces a batch, s
 */
public record ImportSettings(ReadingStream stream, RuleAction action, int windowS) {}
