/** Job dispatch: the plan of the fleet, assignments, planned savings. */
package io.fueloptimine.jobs.dispatch;
