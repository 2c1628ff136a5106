package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.rules.BundleTitle;
import de.hexapolis.rules.Bundling;
import de.hexapolis.rules.Names;
import de.hexapolis.rules.Work;
import java.util.Locale;

/** What an order is called, in both languages. Pure. */
final class OrderTitle {
    private OrderTitle() {}

    /** With the blanks of {@link BundleTitle}, which are filled in as the order grows. */
    static Names ofBundle(Bundling bundling, Work work) {
        Names word = word(work);
        return bundling.title()
                .orElseGet(
                        () -> new Names(word.de() + ": {count} in {district}", word.en() + ": {count} in {district}"));
    }

    /** Of an order that is about one thing. */
    static Names ofOne(Names alert, String place) {
        return new Names(alert.de() + ": " + place, alert.en() + ": " + place);
    }

    static ObjectNode filled(Names title, int count, String place) {
        return StoredEvidence.names(
                new Names(BundleTitle.filled(title.de(), count, place), BundleTitle.filled(title.en(), count, place)));
    }

    static Names word(Work work) {
        return switch (work) {
            case EMPTY -> new Names("Leeren", "Empty");
            case WATER -> new Names("Gießen", "Water");
            case INSPECT -> new Names("Nachsehen", "Inspect");
            case REPAIR -> new Names("Reparieren", "Repair");
            case EXTINGUISH -> new Names("Löschen", "Extinguish");
            case SET_UP -> new Names("Aufstellen", "Set up");
        };
    }

    static Work work(String wireName) {
        return Work.valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
