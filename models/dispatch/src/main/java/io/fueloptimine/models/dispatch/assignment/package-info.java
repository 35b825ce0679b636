/** Stage two of dispatch: the next task of each truck that becomes free. */
package io.fueloptimine.models.dispatch.assignment;
