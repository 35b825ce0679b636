/** Raw values of the machine's network (SAE J1939), decoded by a table. */
package io.fueloptimine.models.message.j1939;
