package hongli.mall.programme;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.ledger.ProgrammeId;
import hongli.ledger.wire.CommandJson;
import hongli.mall.table.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What is to be told the programme: written in the transaction of what it follows from, each key once for
/// good.
public final class Outbox {
    private static final String PUT = """
            insert into mall.outbox (programme, key, command, made_at) values (?, ?, ?::jsonb, ?)
            on conflict (key) do nothing
            """;
    private static final String LINE = """
            with recursive line as (
                select ?::bigint as member, 0 as step
                union all
                select r.referrer, line.step + 1 from line join mall.referral r on r.member = line.member
            ) cycle member set is_cycle using path
            select member from line where not is_cycle order by step desc
            """;

    private Outbox() {}

    /// The key under which a member's joining is sent, always.
    static String joinKey(MemberId member) {
        return "member:" + member.text() + ":joined";
    }

    /// Puts a command in the outbox, unless its key is there.
    static void put(Transaction work, ProgrammeId programme, String key, Command command) {
        work.send(PUT, programme.text(), key, CommandJson.text(command), work.now());
    }

    /// Sees to it that a member joins before anything is told of it, those who brought it first.
    static void join(Transaction work, ProgrammeId programme, long member) {
        if (!isJoined(work, member)) {
            joins(work, member).forEach(join -> put(work, programme, joinKey(join.member()), join));
        }
    }

    /// The joining of a member and of all above it, from the top.
    static List<Command.JoinMember> joins(Transaction work, long member) {
        List<Long> line = work.all(LINE, row -> row.number("member"), member);
        List<Command.JoinMember> joins = new ArrayList<>();
        OptionalLong above = OptionalLong.empty();
        for (long each : line) {
            MemberId referrer = above.isPresent() ? Ids.member(above.getAsLong()) : null;
            joins.add(new Command.JoinMember(Ids.member(each), referrer, false));
            above = OptionalLong.of(each);
        }
        return joins;
    }

    private static boolean isJoined(Transaction work, long member) {
        return work.exists("select from mall.outbox where key = ?", joinKey(Ids.member(member)));
    }
}
