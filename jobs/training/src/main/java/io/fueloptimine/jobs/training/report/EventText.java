package io.fueloptimine.jobs.training.report;

import io.fueloptimine.models.fuel.registry.RegistryEvent;

/** What happened to a version, as a sentence. */
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
                + (event.previous() > 0 ? ", before it version " + event.previous() : "");
    }
}
