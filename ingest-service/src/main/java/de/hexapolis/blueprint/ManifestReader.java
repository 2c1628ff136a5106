package de.hexapolis.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.profile.NulCharacter;
import de.hexapolis.profile.ProfileException;
import de.hexapolis.profile.YamlDocument;
import de.hexapolis.registry.CityRow;
import de.hexapolis.registry.KindRow;
import de.hexapolis.telemetry.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads blueprint.yaml. One thread, used once. */
final class ManifestReader {
    private final YamlDocument document;
    private final Problems problems;

    private ManifestReader(YamlDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    /** Empty if it has any fault: nothing else can be judged then. */
    static Optional<Manifest> read(PackFiles files, Problems problems) {
        Optional<String> text = files.text(Manifest.FILE, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return new ManifestReader(YamlDocument.parse(text.get(), Manifest.FILE), problems).manifest();
        } catch (ProfileException malformed) {
            malformed.problems().forEach(problems::add);
            return Optional.empty();
        }
    }

    private Optional<Manifest> manifest() {
        JsonNode root = document.root();
        List<ManifestSchema.Fault> faults = ManifestSchema.faults(root);
        faults.forEach(fault -> refuse(fault.place(), fault.reason()));
        Optional<String> nul = NulCharacter.place(root);
        nul.ifPresent(place -> refuse(place, NulCharacter.REASON));
        if (!faults.isEmpty() || nul.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Manifest(
                root.path("id").asText(),
                root.path("version").asText(),
                root.has("extends")
                        ? Optional.of(located("extends", root.path("extends").asText()))
                        : Optional.empty(),
                root.path("demo").asBoolean(false),
                root.has("city") ? Optional.of(city(root.path("city"))) : Optional.empty(),
                kinds(root.path("kinds"))));
    }

    private Located<CityRow> city(JsonNode city) {
        String zone = city.path("zone").asText();
        CityZone.refusal(zone).ifPresent(reason -> refuse("city.zone", reason));
        return located(
                "city",
                new CityRow(
                        city.path("id").asText(),
                        city.path("name").asText(),
                        zone,
                        city.path("open").asBoolean(true),
                        city.has("raw_retention_days")
                                ? Optional.of(city.path("raw_retention_days").asInt())
                                : Optional.empty()));
    }

    private List<Located<KindRow>> kinds(JsonNode nodes) {
        List<Located<KindRow>> kinds = new ArrayList<>();
        for (JsonNode node : nodes) {
            String place = "kinds[%d]".formatted(kinds.size());
            String kind = node.path("kind").asText();
            if (kinds.stream().anyMatch(other -> other.row().kind().equals(kind))) {
                refuse(place + ".kind", "the kind '%s' is there twice".formatted(kind));
            }
            Optional<String> quantity =
                    Optional.ofNullable(node.path("main_quantity").textValue());
            if (quantity.isPresent() && Quantity.named(quantity.get()).isEmpty()) {
                refuse(place + ".main_quantity", "'%s' is no known quantity".formatted(quantity.get()));
            }
            kinds.add(located(
                    place,
                    new KindRow(
                            kind,
                            node.path("name").path("de").asText(),
                            node.path("name").path("en").asText(),
                            quantity,
                            node.has("settings") ? node.path("settings") : JsonNodeFactory.instance.objectNode())));
        }
        return kinds;
    }

    private <T> Located<T> located(String place, T row) {
        return new Located<>(Manifest.FILE, document.problem(place, "").line(), row);
    }

    private void refuse(String place, String reason) {
        problems.add(document.problem(place, reason));
    }
}
