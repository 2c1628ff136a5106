package de.hexapolis.query.alerts;

import de.hexapolis.query.answer.CsvTable;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.work.AssetOfWork;
import java.io.OutputStream;
import java.util.List;

/** Members of a shared cause as a table. Stateless. */
final class MemberTable {
    private static final List<String> NAMES =
            List.of("asset", "reference", "name", "kind", "district", "longitude", "latitude", "since", "released_at");

    private MemberTable() {}

    static void write(List<Member> members, Format format, OutputStream bytes) {
        CsvTable.write(format, bytes, table -> {
            table.row(NAMES);
            members.forEach(member -> table.row(cells(member)));
        });
    }

    private static List<Object> cells(Member member) {
        AssetOfWork asset = member.asset();
        return List.of(
                asset.id(),
                asset.reference(),
                asset.name(),
                asset.kind(),
                asset.district().orElse(""),
                asset.longitude(),
                asset.latitude(),
                member.since(),
                member.releasedAt().<Object>map(instant -> instant).orElse(""));
    }
}
