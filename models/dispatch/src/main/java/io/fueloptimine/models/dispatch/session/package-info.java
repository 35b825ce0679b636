/**
 * The dispatcher for other programs, such as a simulator or a fleet management system: one JSON
 * request per line, one JSON answer per line. {@link
 * io.fueloptimine.models.dispatch.session.DispatchSession} is the entry point.
 */
package io.fueloptimine.models.dispatch.session;
