package hongli.web.mall.attack;

import hongli.mall.table.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A digest of every table of the mall at one moment.
record Snapshot(Map<String, String> digests) {
    /// Tables in which being asked leaves traces: tries are counted, sessions are swept.
    private static final Set<String> RESTLESS = Set.of("attempt", "session", "mall_history", "passcode", "message");

    static Snapshot of(Tables tables, List<String> but) {
        return tables.work(work -> {
            List<String> names = work.all(
                    "select table_name::text name from information_schema.tables"
                            + " where table_schema = 'mall' and table_type = 'BASE TABLE' order by 1",
                    row -> row.text("name"));
            List<String> parts = new ArrayList<>();
            for (String name : names) {
                if (!RESTLESS.contains(name) && !but.contains(name)) {
                    parts.add("select '" + name + "' name, (select coalesce(md5(string_agg(md5(t::text), '' order by"
                            + " md5(t::text))), '') || ' of ' || count(*) from mall.\"" + name + "\" t) digest");
                }
            }
            Map<String, String> digests = new TreeMap<>();
            work.all(String.join(" union all ", parts), row -> Map.entry(row.text("name"), row.text("digest")))
                    .forEach(each -> digests.put(each.getKey(), each.getValue()));
            return new Snapshot(digests);
        });
    }

    /// All rows in which the victim's secret stands.
    static Snapshot ofSecrets(Tables tables) {
        return tables.work(work -> {
            List<String> names = work.all(
                    "select table_name::text name from information_schema.tables"
                            + " where table_schema = 'mall' and table_type = 'BASE TABLE' order by 1",
                    row -> row.text("name"));
            Map<String, String> digests = new TreeMap<>();
            for (String name : names) {
                digests.put(
                        name,
                        work.one(
                                "select coalesce(string_agg(line, ' ' order by line), '') lines from (select t::text"
                                        + " line from mall.\"" + name + "\" t) l where strpos(line, ?) > 0",
                                row -> row.text("lines"),
                                Cast.SECRET));
            }
            return new Snapshot(digests);
        });
    }

    /// The tables that differ, each with its digests.
    List<String> differences(Snapshot earlier) {
        Set<String> names = new HashSet<>(digests.keySet());
        names.addAll(earlier.digests.keySet());
        return names.stream()
                .filter(name -> !String.valueOf(digests.get(name)).equals(earlier.digests.get(name)))
                .map(name -> name + ": " + earlier.digests.get(name) + " became " + digests.get(name))
                .sorted()
                .toList();
    }
}
