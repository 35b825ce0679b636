/** Plans, assignments and the targets that change plans. */
package io.fueloptimine.models.mine.dispatch;
