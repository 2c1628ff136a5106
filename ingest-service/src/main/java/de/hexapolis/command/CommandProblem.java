package de.hexapolis.command;

import java.util.List;
import java.util.Optional;

/**
 * Why a command is refused, as people get it over HTTP. Immutable.
 *
 * @param status of HTTP
 * @param code stable, such as {@code invalid-parameter}
 * @param parameter the field of the body that is to blame
 * @param problems single faults of a pack, each with file, line, field, value and reason
 */
public record CommandProblem(
        int status, String code, String detail, Optional<String> parameter, List<? extends Record> problems) {
    public CommandProblem {
        problems = List.copyOf(problems);
    }

    static CommandProblem invalid(String parameter, String detail) {
        return new CommandProblem(
                400, "invalid-parameter", parameter + ": " + detail, Optional.of(parameter), List.of());
    }

    static CommandProblem of(int status, String code, String detail) {
        return new CommandProblem(status, code, detail, Optional.empty(), List.of());
    }
}
