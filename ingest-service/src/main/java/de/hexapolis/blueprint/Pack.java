package de.hexapolis.blueprint;

import de.hexapolis.registry.AssetRow;
import de.hexapolis.registry.DistrictRow;
import de.hexapolis.registry.ProfileRow;
import de.hexapolis.rules.RulePack;
import java.util.List;
import java.util.Optional;

/** A pack as it was read; each row knows where it was written. Immutable. */
record Pack(
        Manifest manifest,
        String fingerprint,
        List<Located<ProfileRow>> profiles,
        List<Located<DistrictRow>> districts,
        List<Located<AssetRow>> assets,
        List<Located<PackDevice>> devices,
        RulePack rules) {

    /** What could be read; empty if the manifest could not. All faults are in {@code problems}. */
    static Optional<Pack> read(PackFiles files, Problems problems) {
        return ManifestReader.read(files, problems).map(manifest -> read(manifest, files, problems));
    }

    private static Pack read(Manifest manifest, PackFiles files, Problems problems) {
        List<Located<ProfileRow>> profiles = ProfileReader.read(files, problems);
        RulePack rules =
                RulesReader.read(files, manifest.city().map(city -> city.row().cityId()), problems);
        if (manifest.city().isEmpty()) {
            for (String file : List.of(DistrictReader.FILE, AssetReader.CSV, AssetReader.GEOJSON, DeviceReader.FILE)) {
                if (files.has(file)) {
                    problems.add(file, "belongs to a city, but blueprint.yaml names none");
                }
            }
            return new Pack(manifest, files.fingerprint(), profiles, List.of(), List.of(), List.of(), rules);
        }
        String city = manifest.city().get().row().cityId();
        return new Pack(
                manifest,
                files.fingerprint(),
                profiles,
                DistrictReader.read(files, city, problems),
                AssetReader.read(files, city, manifest.demo(), problems),
                DeviceReader.read(files, city, problems),
                rules);
    }

    Optional<String> cityId() {
        return manifest.city().map(city -> city.row().cityId());
    }

    static <T> List<T> rows(List<Located<T>> located) {
        return located.stream().map(Located::row).toList();
    }
}
