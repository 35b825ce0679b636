/**
 * Rates that people require for a time: the check of the records of the topic {@code
 * dispatch.targets}, and the targets of a site that are in force. Begin with {@link
 * io.fueloptimine.models.dispatch.targets.TargetCheck}.
 */
package io.fueloptimine.models.dispatch.targets;
