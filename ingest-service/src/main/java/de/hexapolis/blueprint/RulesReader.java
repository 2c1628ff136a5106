package de.hexapolis.blueprint;

import de.hexapolis.rules.RuleFiles;
import de.hexapolis.rules.RulePack;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the rules in rules/ and the crews in crews.yaml. Stateless. */
final class RulesReader {
    private static final String FOLDER = "rules/";

    private RulesReader() {}

    static RulePack read(PackFiles files, Optional<String> city, Problems problems) {
        RuleFiles rules = new RuleFiles(city);
        Stream.concat(
                        files.below(FOLDER, ".yaml").stream(),
                        Stream.of(RuleFiles.CREWS).filter(files::has))
                .forEach(file -> files.text(file, problems).ifPresent(text -> rules.add(file, text)));
        rules.faults().forEach(problems::add);
        return rules.pack();
    }
}
