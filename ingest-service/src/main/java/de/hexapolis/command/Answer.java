package de.hexapolis.command;

import java.util.Map;

/** How a handler leaves a command. */
sealed interface Answer {
    /** All of it is done. */
    record Done(Map<String, Object> result) implements Answer {}

    /** A part of it is done: it is put back behind those that wait, with what it needs to go on. */
    record Continued(Map<String, Object> progress) implements Answer {}
}
