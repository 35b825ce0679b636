/**
 * Job dispatch: computes the plan of the fleet, the assignments of trucks, and the planned savings.
 */
package io.fueloptimine.jobs.dispatch;
