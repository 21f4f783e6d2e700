package hongli.mall.login;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.digest.Sha256;
import hongli.mall.refusal.General;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who is logged in. A session is shown by a random token, of which only the digest is kept: who reads the tables can
/// be nobody by what is found there.
public final class Sessions {
    private static final String OF_TOKEN = """
        select s.member, s.staff, w.merchant, w.must_change, r.permissions
        from mall.session s
        left join mall.member m on m.id = s.member
        left join mall.staff w on w.id = s.staff
        left join mall.role r on r.id = w.role
        left join mall.merchant o on o.id = w.merchant
        where s.digest = ? and s.expires_at > ? and coalesce(m.status, w.status) = 'active'
            and (o.id is null or o.status = 'open')
        """;

    /// Takes some away that have ended, and waits for nobody.
    private static final String SWEEP = """
        delete from mall.session where digest in (
            select digest from mall.session where expires_at <= ? limit 20 for update skip locked)
        """;

    private final Tables tables;
    private final Tokens tokens = new Tokens();

    /// Whose session it is, and how long it lasts.
    public enum Holder {
        MEMBER(Duration.ofDays(30)),
        STAFF(Duration.ofHours(12));

        private final Duration lasts;

        Holder(Duration lasts) {
            this.lasts = lasts;
        }
    }

    /// A session that was begun, and whose it is; its token is told this once.
    public record Begun(Holder holder, String token, Instant begunAt, Instant expiresAt) {
        /// Never says the token.
        @Override
        public String toString() {
            return "Begun[expiresAt=" + expiresAt + "]";
        }
    }

    public Sessions(Tables tables) {
        this.tables = tables;
    }

    /// Begins a session of the member or the worker with this number.
    public Begun begin(Transaction work, Holder holder, long id) {
        String token = tokens.next();
        Instant expiresAt = work.now().plus(holder.lasts);
        work.run(SWEEP, work.now());
        work.run(
                "insert into mall.session (digest, member, staff, created_at, expires_at) values (?, ?, ?, ?, ?)",
                Sha256.of(token),
                holder == Holder.MEMBER ? id : null,
                holder == Holder.STAFF ? id : null,
                work.now(),
                expiresAt);
        return new Begun(holder, token, work.now(), expiresAt);
    }

    /// Who shows this token. A worker who must first choose a password may do nothing else yet.
    ///
    /// @throws hongli.mall.refusal.Refusal where no session that holds has it
    public Actor of(String token) {
        return tables.read(work -> work.find(OF_TOKEN, Sessions::actor, Sha256.of(token), work.now()))
                .orElseThrow(General.LOGIN_REQUIRED::with);
    }

    private static Actor actor(Row row) throws SQLException {
        var member = row.findNumber("member");
        if (member.isPresent()) {
            return new Actor.Member(member.getAsLong());
        }
        return worker(row, Optional.empty());
    }

    /// The worker of a row with `staff`, `merchant`, `must_change` and `permissions`, who asks by `key` if by one.
    static Actor worker(Row row, Optional<String> key) throws SQLException {
        var merchant = row.findNumber("merchant");
        Set<Permission> permissions = row.flag("must_change")
                ? Set.of()
                : row.texts("permissions").stream()
                        .map(name -> Permission.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet());
        return merchant.isPresent()
                ? new Actor.Clerk(row.number("staff"), merchant.getAsLong(), permissions, key)
                : new Actor.Operator(row.number("staff"), permissions, key);
    }

    /// Ends the session that has this token, if there is one.
    public void end(String token) {
        tables.run(work -> work.run("delete from mall.session where digest = ?", Sha256.of(token)));
    }

    /// Ends all sessions of the member or the worker with this number.
    public static void endAll(Transaction work, Holder holder, long id) {
        work.run(
                switch (holder) {
                    case MEMBER -> "delete from mall.session where member = ?";
                    case STAFF -> "delete from mall.session where staff = ?";
                },
                id);
    }

    /// Ends all sessions of whoever has the session with this token.
    ///
    /// @throws hongli.mall.refusal.Refusal where no session that holds has it
    public void endAll(String token) {
        switch (of(token)) {
            case Actor.Member member -> tables.run(work -> endAll(work, Holder.MEMBER, member.id()));
            case Actor.Clerk clerk -> tables.run(work -> endAll(work, Holder.STAFF, clerk.id()));
            case Actor.Operator operator -> tables.run(work -> endAll(work, Holder.STAFF, operator.id()));
            case Actor.Guest _, Actor.House _ -> throw General.LOGIN_REQUIRED.with();
        }
    }
}
