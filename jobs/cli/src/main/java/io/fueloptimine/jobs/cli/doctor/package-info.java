/** The command that checks a running site, and its checks. They change nothing. */
package io.fueloptimine.jobs.cli.doctor;
