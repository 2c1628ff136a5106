/** Whether this service can answer now: the database is reachable and has the schema that the statements expect. */
@NullMarked
package de.hexapolis.query.health;

import org.jspecify.annotations.NullMarked;
