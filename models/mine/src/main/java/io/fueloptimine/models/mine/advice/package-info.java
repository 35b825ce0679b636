/** Advice to operators and fitters, beside dispatch. */
package io.fueloptimine.models.mine.advice;
