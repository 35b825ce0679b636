package io.fueloptimine.models.quality.greatexpectations;

import java.util.List;

/**
 * A converted Great Expectations suite.
 *
 * @param yaml the text of the suite file; empty when no expectation was converted
 * @param rules the number of converted expectations
 * @param skipped each expectation that was not converted, with the reason
 * @param remarks differences between the meaning of converted expectations and that of the
 *     originals
 */
public record ImportedSuite(String yaml, int rules, List<String> skipped, List<String> remarks) {

    public ImportedSuite {
        skipped = List.copyOf(skipped);
        remarks = List.copyOf(remarks);
    }
}
