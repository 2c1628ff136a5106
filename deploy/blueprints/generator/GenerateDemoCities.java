import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Writes districts.geojson, assets.csv and devices.csv of the six demo cities. Everything but the names and rough
 * places of the districts is invented, and the same at each run: {@code java generator/GenerateDemoCities.java} in the
 * folder of the packs.
 */
final class GenerateDemoCities {
    private static final double METRES_PER_DEGREE = 111_320;
    private static final List<String> STREETS = List.of(
            "Bahnhofstraße", "Hauptstraße", "Schulstraße", "Gartenstraße", "Lindenstraße", "Goethestraße",
            "Schillerstraße", "Bergstraße", "Ringstraße", "Mühlweg", "Kirchgasse", "Marktplatz", "Am Anger",
            "Frankfurter Straße", "Kasseler Straße", "Rosenweg", "Birkenweg", "Industriestraße", "Feldstraße",
            "Wiesenweg", "Friedrichstraße", "Wilhelmstraße", "Beethovenstraße", "Am Sportplatz", "Brückenstraße");
    private static final List<String> SOILS = List.of("loamy_sand", "sandy_loam", "loam", "silt_loam");
    private static final String ASSET_COLUMNS = "reference,kind,name,longitude,latitude,district,tags,open,"
            + "property.capacity_l,property.waste_kind,property.genus,property.species,property.species_de,"
            + "property.planting_year,property.soil,property.trunk_girth_cm,property.traffic_plan,"
            + "property.planned_from,property.planned_until";
    private static final String DEVICE_COLUMNS =
            "device,profile,asset,installed_from,expected_interval,distance_empty_mm,distance_full_mm,format";

    private record City(String id, int number, int bins, int trees, int sites) {}

    private record Point(double longitude, double latitude) {}

    private record District(String city, String id, String name, Point centre, double radiusMetres) {}

    private record BinType(String name, String tag, String waste, int litres, int emptyMm, int fullMm) {}

    private record Species(String german, String genus, String species) {}

    private record Speech(String format, String profile) {}

    private static final Speech OWN = new Speech("hexapolis", "");
    private static final List<BinType> BINS = List.of(
            new BinType("Papierkorb", "street", "other", 110, 900, 150),
            new BinType("Papierkorb", "park", "other", 70, 750, 150),
            new BinType("Glascontainer", "depot", "glass", 3_000, 1_550, 300),
            new BinType("Papiercontainer", "depot", "paper", 1_100, 1_250, 300),
            new BinType("Restabfallcontainer", "yard", "other", 1_100, 1_250, 300),
            new BinType("Biotonne", "yard", "organic", 660, 1_050, 280));
    private static final List<Species> TREES = List.of(
            new Species("Winter-Linde", "Tilia", "Tilia cordata"),
            new Species("Spitz-Ahorn", "Acer", "Acer platanoides"),
            new Species("Feld-Ahorn", "Acer", "Acer campestre"),
            new Species("Platane", "Platanus", "Platanus x hispanica"),
            new Species("Hainbuche", "Carpinus", "Carpinus betulus"),
            new Species("Stiel-Eiche", "Quercus", "Quercus robur"),
            new Species("Zerr-Eiche", "Quercus", "Quercus cerris"),
            new Species("Gleditschie", "Gleditsia", "Gleditsia triacanthos"),
            new Species("Silber-Linde", "Tilia", "Tilia tomentosa"),
            new Species("Blumen-Esche", "Fraxinus", "Fraxinus ornus"),
            new Species("Baum-Hasel", "Corylus", "Corylus colurna"));
    private static final List<String> WORKS = List.of(
            "Leitungsbau", "Fahrbahnerneuerung", "Kanalbau", "Fernwärmeausbau", "Glasfaserausbau", "Gehwegerneuerung");

    private final City city;
    private final List<District> districts;
    private final Map<District, List<Point>> outlines = new LinkedHashMap<>();
    private final SplittableRandom dice;
    private final List<String> assets = new ArrayList<>(List.of(ASSET_COLUMNS));
    private final List<String> devices = new ArrayList<>(List.of(DEVICE_COLUMNS));
    private int deviceNumber;

    private GenerateDemoCities(City city, List<District> districts) {
        this.city = city;
        this.districts = districts;
        this.dice = new SplittableRandom(city.number());
        districts.forEach(district -> outlines.put(district, outline(district)));
    }

    public static void main(String[] arguments) throws IOException {
        Path packs = Path.of(arguments.length > 0 ? arguments[0] : ".");
        List<District> all = Files.readAllLines(packs.resolve("generator/districts.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cell -> new District(cell[0], cell[1], cell[2],
                        new Point(Double.parseDouble(cell[3]), Double.parseDouble(cell[4])),
                        Double.parseDouble(cell[5])))
                .toList();
        for (City city : List.of(
                new City("offenbach", 1, 210, 190, 10), new City("marburg", 2, 170, 150, 8),
                new City("giessen", 3, 190, 160, 9), new City("limburg", 4, 140, 115, 6),
                new City("fulda", 5, 180, 160, 8), new City("wetzlar", 6, 155, 130, 7))) {
            List<District> own = all.stream().filter(d -> d.city().equals(city.id())).toList();
            new GenerateDemoCities(city, own).write(packs.resolve(city.id()));
        }
    }

    private void write(Path pack) throws IOException {
        for (int n = 1; n <= city.bins(); n++) {
            bin(n);
        }
        for (int n = 1; n <= city.trees(); n++) {
            tree(n);
        }
        for (int n = 1; n <= city.sites(); n++) {
            site(n);
        }
        String features = outlines.entrySet().stream()
                .map(entry -> feature(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(",\n", "{\"type\": \"FeatureCollection\", \"features\": [\n", "\n]}"));
        save(pack.resolve("districts.geojson"), List.of(features));
        save(pack.resolve("assets.csv"), assets);
        save(pack.resolve("devices.csv"), devices);
    }

    private void bin(int number) {
        BinType type = one(BINS);
        String reference = "B-%04d".formatted(number);
        asset(reference, "bin", type.name(), type.tag(), "%d,%s,,,,,,,,,".formatted(type.litres(), type.waste()));
        Speech speech = speech(new Speech("chirpstack", "milesight-iot/em400-mud"),
                new Speech("the-things-stack", "dragino/ldds75"));
        String mounting = speech.equals(OWN)
                ? ","
                : "%d,%d".formatted(type.emptyMm() - dice.nextInt(8) * 10, type.fullMm());
        device(speech, reference, dice.nextInt(3) == 0 ? "PT1H" : "PT30M", mounting);
    }

    private void tree(int number) {
        Species species = one(TREES);
        int year = dice.nextInt(4) == 0 ? 1985 + dice.nextInt(35) : 2021 + dice.nextInt(5);
        int girth = Math.min(180, 18 + (2026 - year) * 3 + dice.nextInt(5));
        String reference = "T-%04d".formatted(number);
        asset(reference, "tree", species.german(), year >= 2021 ? "street;young" : "street",
                ",,%s,%s,%s,%d,%s,%d,,,".formatted(species.genus(), species.species(), species.german(), year,
                        one(SOILS), girth));
        Speech speech = dice.nextInt(10) < 6 ? OWN : speech(new Speech("chirpstack", "milesight-iot/em500-smtc"),
                new Speech("the-things-stack", "decentlab/dl-smtp"));
        device(speech, reference, dice.nextInt(2) == 0 ? "PT1H" : "PT2H", ",");
    }

    private void site(int number) {
        boolean closed = dice.nextInt(3) == 0;
        String reference = "R-%04d".formatted(number);
        asset(reference, "roadworks", one(WORKS), closed ? "full-closure" : "lane-closure",
                ",,,,,,,,%s,2025-02-%02d,2027-%02d-%02d".formatted(closed ? "RSA 21 B I/15" : "RSA 21 B I/2",
                        1 + dice.nextInt(28), 3 + dice.nextInt(6), 1 + dice.nextInt(28)));
        int beacons = 2 + dice.nextInt(4);
        for (int beacon = 0; beacon < beacons; beacon++) {
            device(speech(new Speech("the-things-stack", "dragino/lgt92"),
                    new Speech("chirpstack", "digital-matter/oyster")), reference, "PT10M", ",");
        }
    }

    private void asset(String reference, String kind, String what, String tags, String properties) {
        District district = one(districts);
        Point place = placeIn(district);
        assets.add(String.format(Locale.ROOT, "%s,%s,%s %s %d,%.6f,%.6f,%s,%s,true,%s", reference, kind, what,
                one(STREETS), 1 + dice.nextInt(90), place.longitude(), place.latitude(), district.id(), tags,
                properties));
    }

    private void device(Speech speech, String asset, String interval, String mounting) {
        deviceNumber++;
        // The bit 2 of the first octet marks a locally administered EUI-64; 64 65 6d 6f spells "demo".
        String id = speech.equals(OWN)
                ? "demo-%s-%04d".formatted(city.id(), deviceNumber)
                : "0264656d6f%02x%04x".formatted(city.number(), deviceNumber);
        devices.add("%s,%s,%s,2025-%02d-%02dT08:00:00Z,%s,%s,%s".formatted(id, speech.profile(), asset,
                3 + dice.nextInt(6), 1 + dice.nextInt(28), interval, mounting, speech.format()));
    }

    /** A third each: our own JSON and the two network servers. */
    private Speech speech(Speech second, Speech third) {
        return one(List.of(OWN, second, third));
    }

    private <T> T one(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }

    private Point placeIn(District district) {
        while (true) {
            double reach = district.radiusMetres() * 0.9;
            Point place = moved(district.centre(), (dice.nextDouble() * 2 - 1) * reach,
                    (dice.nextDouble() * 2 - 1) * reach);
            if (inside(place, outlines.get(district))) {
                return place;
            }
        }
    }

    /** A circle of twelve corners, cut off halfway to each other district: no two outlines overlap. */
    private List<Point> outline(District district) {
        List<Point> corners = new ArrayList<>();
        for (int corner = 0; corner < 12; corner++) {
            double angle = Math.PI * corner / 6;
            corners.add(moved(district.centre(), district.radiusMetres() * Math.cos(angle),
                    district.radiusMetres() * Math.sin(angle)));
        }
        for (District other : districts) {
            if (other != district) {
                corners = nearer(corners, district.centre(), other.centre());
            }
        }
        return corners;
    }

    /** The part of a polygon that is nearer to one point than to the other (Sutherland and Hodgman 1974). */
    private static List<Point> nearer(List<Point> corners, Point one, Point other) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Point from = corners.get(i);
            Point to = corners.get((i + 1) % corners.size());
            double start = lead(from, one, other);
            double end = lead(to, one, other);
            if (start >= 0) {
                kept.add(from);
            }
            if (start >= 0 != end >= 0) {
                double share = start / (start - end);
                kept.add(new Point(from.longitude() + share * (to.longitude() - from.longitude()),
                        from.latitude() + share * (to.latitude() - from.latitude())));
            }
        }
        return kept;
    }

    /** By how much a point is nearer to one than to the other; linear in the point. */
    private static double lead(Point point, Point one, Point other) {
        double shrink = Math.pow(Math.cos(Math.toRadians(one.latitude())), 2);
        double middleX = (one.longitude() + other.longitude()) / 2;
        double middleY = (one.latitude() + other.latitude()) / 2;
        return (point.longitude() - middleX) * (one.longitude() - other.longitude()) * shrink
                + (point.latitude() - middleY) * (one.latitude() - other.latitude());
    }

    private static boolean inside(Point point, List<Point> corners) {
        for (int i = 0; i < corners.size(); i++) {
            Point from = corners.get(i);
            Point to = corners.get((i + 1) % corners.size());
            double turn = (to.longitude() - from.longitude()) * (point.latitude() - from.latitude())
                    - (to.latitude() - from.latitude()) * (point.longitude() - from.longitude());
            if (turn <= 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static Point moved(Point from, double eastMetres, double northMetres) {
        double shrink = Math.cos(Math.toRadians(from.latitude()));
        return new Point(from.longitude() + eastMetres / (METRES_PER_DEGREE * shrink),
                from.latitude() + northMetres / METRES_PER_DEGREE);
    }

    private static String feature(District district, List<Point> outline) {
        List<Point> ring = new ArrayList<>(outline);
        ring.add(outline.get(0));
        String corners = ring.stream()
                .map(point -> String.format(Locale.ROOT, "[%.6f, %.6f]", point.longitude(), point.latitude()))
                .collect(Collectors.joining(", "));
        return ("{\"type\": \"Feature\", \"properties\": {\"id\": \"%s\", \"name\": \"%s\"}, \"geometry\": "
                + "{\"type\": \"Polygon\", \"coordinates\": [[%s]]}}").formatted(district.id(), district.name(), corners);
    }

    private static void save(Path file, List<String> lines) {
        try {
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
