package io.fueloptimine.jobs.training.report;

import io.fueloptimine.models.fuel.registry.RegistryEvent;

/** Formats an event in the history of a model version as a line of text. */
final class EventText {

    private EventText() {}

    static String of(RegistryEvent event) {
        String what =
                switch (event.action()) {
                    case REGISTERED -> "version " + event.version() + " registered";
                    case PROMOTED -> "version " + event.version() + " made " + event.alias().text();
                    case ROLLED_BACK -> "rolled back to version " + event.version();
                };
        return event.at()
                + "  "
                + what
                + (event.previous() > 0 ? ", previously version " + event.previous() : "");
    }
}
