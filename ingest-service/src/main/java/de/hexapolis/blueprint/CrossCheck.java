package de.hexapolis.blueprint;

import de.hexapolis.registry.AssetRow;
import de.hexapolis.registry.CityRow;
import de.hexapolis.rules.RuleCheck;
import de.hexapolis.rules.Surroundings;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether all that a pack's rows name is there, in the pack or in the registry, and nobody else's. One thread, used once. */
final class CrossCheck {
    private final Pack pack;
    private final KnownRows known;
    private final Problems problems;

    CrossCheck(Pack pack, KnownRows known, Problems problems) {
        this.pack = pack;
        this.known = known;
        this.problems = problems;
    }

    void run() {
        Manifest manifest = pack.manifest();
        manifest.extended().ifPresent(base -> {
            if (!known.blueprints().containsKey(base.row())) {
                refuse(base, "extends", base.row(), "no blueprint '%s' is loaded; load it first".formatted(base.row()));
            }
        });
        manifest.city().ifPresent(this::checkCity);
        manifest.kinds()
                .forEach(kind ->
                        checkOwner(known.kinds(), kind, "kinds", kind.row().kind()));
        pack.profiles()
                .forEach(profile -> checkOwner(
                        known.profiles(), profile, "profile", profile.row().profileId()));
        checkAssets();
        checkDevices();
        checkRules();
    }

    private void checkRules() {
        Surroundings surroundings = new Surroundings(kinds(), profiles(), districts(), assets());
        new RuleCheck(pack.rules(), known.otherRules(), known.otherOverrides(), surroundings)
                .faults()
                .forEach(problems::add);
    }

    private void checkCity(Located<CityRow> city) {
        known.city().ifPresent(before -> {
            if (!before.zone().equals(city.row().zone())) {
                refuse(
                        city,
                        "city.zone",
                        city.row().zone(),
                        "the city is in %s already; the zone of a city with readings cannot change"
                                .formatted(before.zone()));
            }
            checkOwner(
                    Map.of(city.row().cityId(), before.blueprint()),
                    city,
                    "city.id",
                    city.row().cityId());
        });
    }

    private void checkAssets() {
        Set<String> kinds = kinds();
        Set<String> districts = districts();
        for (Located<AssetRow> asset : pack.assets()) {
            checkOwner(known.assets(), asset, "reference", asset.row().reference());
            if (!kinds.contains(asset.row().kind())) {
                refuse(asset, "kind", asset.row().kind(), "is no kind of asset; one of " + String.join(", ", kinds));
            }
            Optional<String> district = asset.row().districtId();
            if (district.isPresent() && !districts.contains(district.get())) {
                refuse(asset, "district", district.get(), "is no district of this city");
            }
        }
    }

    private void checkDevices() {
        Set<String> profiles = profiles();
        Set<String> assets = new HashSet<>();
        pack.assets().forEach(asset -> assets.add(asset.row().reference()));
        for (Located<PackDevice> device : pack.devices()) {
            checkOwner(known.devices(), device, "device", device.row().device().deviceKey());
            Optional<String> profile = device.row().device().profileId();
            if (profile.isPresent() && !profiles.contains(profile.get())) {
                refuse(device, "profile", profile.get(), "no such device profile is loaded");
            }
            String asset = device.row().placement().reference();
            if (!assets.contains(asset)) {
                refuse(device, "asset", asset, "is no asset of this pack");
            }
        }
    }

    private Set<String> kinds() {
        Set<String> kinds = new TreeSet<>(known.kinds().keySet());
        pack.manifest().kinds().forEach(kind -> kinds.add(kind.row().kind()));
        return kinds;
    }

    private Set<String> profiles() {
        Set<String> profiles = new HashSet<>(known.profiles().keySet());
        pack.profiles().forEach(profile -> profiles.add(profile.row().profileId()));
        return profiles;
    }

    private Set<String> districts() {
        Set<String> districts = new HashSet<>(known.districts().keySet());
        pack.districts().forEach(district -> districts.add(district.row().districtId()));
        return districts;
    }

    private Set<String> assets() {
        Set<String> assets = new HashSet<>(known.assets().keySet());
        pack.assets().forEach(asset -> assets.add(asset.row().reference()));
        return assets;
    }

    private void checkOwner(Map<String, String> owners, Located<?> row, String field, String key) {
        String owner = owners.getOrDefault(key, "");
        if (!owner.isEmpty() && !owner.equals(pack.manifest().id())) {
            refuse(row, field, key, "belongs to blueprint '%s'".formatted(owner));
        }
    }

    private void refuse(Located<?> row, String field, String value, String reason) {
        problems.add(row.file(), row.line(), field, value, reason);
    }
}
