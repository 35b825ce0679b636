/**
 * The dispatch of one site, as job dispatch runs it: follows the fleet, requests plans, assigns
 * trucks, applies the targets of people and reports failed solves. Begin with {@link
 * io.fueloptimine.models.dispatch.site.SiteDispatch}.
 */
package io.fueloptimine.models.dispatch.site;
