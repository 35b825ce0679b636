/**
 * Advice beside the routing: engines to switch off, payloads, machines and operators that burn
 * much.
 */
package io.fueloptimine.operators.advice;
