package io.fueloptimine.models.quality.greatexpectations;

import java.util.List;

/**
 * A converted Great Expectations suite.
 *
 * @param yaml the suite file; empty when no expectation was converted
 * @param rules how many expectations were converted
 * @param skipped each expectation that was not converted, with the reason
 * @param remarks differences in meaning of converted expectations
 */
public record ImportedSuite(String yaml, int rules, List<String> skipped, List<String> remarks) {

    public ImportedSuite {
        skipped = List.copyOf(skipped);
        remarks = List.copyOf(remarks);
    }
}
