package io.fueloptimine.models.mine.alarm;

import io.fueloptimine.models.mine.input.PrintableText;

/**
 * The text of an alarm in one language, for the control room and the workshop.
 *
 * @param seen what was measured
 * @param expected what is normal
 * @param reason what is suspected, in the words of a fitter
 * @param action what a person should do
 */
public record AlertText(String seen, String expected, String reason, String action) {

    public AlertText {
        // The texts may quote a note.
        seen = seen == null ? null : PrintableText.ofLines(seen);
        expected = expected == null ? null : PrintableText.ofLines(expected);
        reason = reason == null ? null : PrintableText.ofLines(reason);
        action = action == null ? null : PrintableText.ofLines(action);
    }
}
