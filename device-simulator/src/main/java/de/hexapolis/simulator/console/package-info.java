/** What the subcommands share on the command line: options, exit codes, progress. */
@NullMarked
package de.hexapolis.simulator.console;

import org.jspecify.annotations.NullMarked;
