/** The way to the database: read-only views of it, with one time limit and one kind of exception when it is away. */
@NullMarked
package de.hexapolis.query.sql;

import org.jspecify.annotations.NullMarked;
