package io.fueloptimine.models.mine.alarm;

/** What a person does with an alarm. */
public enum AlertAction {
    ACKNOWLEDGE,
    SHELVE,
    UNSHELVE,
    OUT_OF_SERVICE,
    IN_SERVICE
}
