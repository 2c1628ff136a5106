package de.hexapolis.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/blueprint}: loads blueprint packs into a platform that runs. */
@Command(
        name = "deploy/blueprint",
        description = {
            "Load blueprint packs over REST: a folder with a blueprint.yaml, or a folder of such folders.",
            "Loading one again changes nothing; loading a changed one changes just that."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:loaded", "1:refused, or the platform does not answer", "2:wrong option"},
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true)
public final class Blueprint implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", arity = "1..*", description = "packs, or folders of packs")
    private List<Path> folders = List.of();

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "of query-service (${DEFAULT-VALUE})")
    private URI url = URI.create("");

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "an operator's token (default: .hexapolis/tokens/operator.jwt)")
    private Optional<Path> token = Optional.empty();

    public static void main(String[] words) {
        int code = new CommandLine(new Blueprint())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    System.err.println(failure.getMessage());
                    return 1;
                })
                .execute(words);
        System.exit(code);
    }

    @Override
    public Integer call() {
        Path home = Path.of(System.getProperty("hexapolis.home", ""));
        Path file = token.orElse(home.resolve(".hexapolis/tokens/operator.jwt"));
        LoadBlueprint load = new LoadBlueprint(new ServiceApi(url), DataFolder.read(file));
        for (Path folder : folders) {
            for (BlueprintPack pack : BlueprintPack.below(folder)) {
                System.out.printf("%s: %s%n", pack.name(), load.load(pack));
            }
        }
        return 0;
    }
}
