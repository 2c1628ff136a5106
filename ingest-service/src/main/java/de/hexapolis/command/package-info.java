/**
 * What people want done: rows of table command, written by query-service, carried out here one at a time, each once, in
 * the transaction that also writes its outcome. To add a command, write a {@link de.hexapolis.command.CommandHandler}.
 */
@NullMarked
package de.hexapolis.command;

import org.jspecify.annotations.NullMarked;
