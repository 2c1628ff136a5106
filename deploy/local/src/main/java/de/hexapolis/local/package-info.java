/**
 * The launcher behind {@code deploy/up}: broker, database, services and simulator, each a process of its own on loopback.
 *
 * <p>Start reading at {@link de.hexapolis.local.Up}, which reads the options, and {@link de.hexapolis.local.Platform},
 * whose {@code start} is the order in which things start; {@link de.hexapolis.local.Startup} stops them in reverse.
 */
@NullMarked
package de.hexapolis.local;

import org.jspecify.annotations.NullMarked;
