package de.hexapolis.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of the parcels that are due are sent together. Stateless. */
final class Together {
    private Together() {}

    /** Of each subject the oldest, so that what follows on it is sent only when that has arrived. */
    static List<Parcel> oneOfEachSubject(List<Parcel> due) {
        Set<String> subjects = new HashSet<>();
        List<Parcel> chosen = new ArrayList<>();
        for (Parcel parcel : due) {
            if (subjects.add(parcel.city() + "/" + parcel.subject())) {
                chosen.add(parcel);
            }
        }
        return chosen;
    }

    /**
     * Those that have been due since the same instant as the oldest. Nothing joins them later and they are marked as one,
     * so a mail that is sent again holds the same and has the same id. A test comes alone.
     */
    static List<Parcel> ofOneInstant(List<Parcel> due) {
        Parcel oldest = due.get(0);
        return due.stream()
                .filter(parcel -> parcel.notBefore().equals(oldest.notBefore()) && parcel.isTest() == oldest.isTest())
                .toList();
    }
}
