/**
 * The commands of {@code fuel}, with one package per group of commands. The commands read and check
 * options, and call other modules to do the work.
 */
package io.fueloptimine.jobs.cli;
