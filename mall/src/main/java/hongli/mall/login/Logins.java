package hongli.mall.login;

import hongli.mall.access.Actor;
import hongli.mall.refusal.General;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/// Logging in with a password, and choosing another one.
///
/// Whether a login is there cannot be learnt here: an unknown one costs as much time and gets the same answer as a
/// wrong password, and wrong tries are counted for both alike.
public final class Logins {
    private final Tables tables;
    private final Sessions sessions;
    private final Patience patience;
    private final Passwords passwords;

    /// Somebody who was let in.
    ///
    /// @param mustChange whether a password must be chosen before anything else
    public record Welcomed(long id, Sessions.Begun session, boolean mustChange) {}

    private record Known(long id, Optional<String> password, boolean isActive, boolean mustChange) {}

    public Logins(Tables tables, Sessions sessions, Passwords passwords) {
        this.tables = tables;
        this.sessions = sessions;
        this.passwords = passwords;
        this.patience = new Patience(tables);
    }

    /// Lets in whoever shows the password of a login that this door knows.
    ///
    /// @throws hongli.mall.refusal.Refusal where login and password do not belong together, where it was tried too
    ///     often, and where the account is locked
    public Welcomed logIn(Door door, Credentials shown) {
        String login = Contact.normal(shown.login());
        String counted = counted(door, login);
        patience.spend(Patience.Sort.LOGIN_ADDRESS, shown.address());
        patience.spend(Patience.Sort.LOGIN, counted);
        Optional<Known> known = tables.work(work -> work.find(door.sql(), Logins::known, door.values(login)));
        if (!passwords.isOf(shown.password(), known.flatMap(Known::password))) {
            throw LoginGround.LOGIN_WRONG.with();
        }
        Known person = known.orElseThrow();
        if (!person.isActive()) {
            throw LoginGround.ACCOUNT_LOCKED.with();
        }
        refresh(door, person, shown.password());
        return tables.work(work -> {
            Patience.forget(work, Patience.Sort.LOGIN, counted);
            Patience.giveBack(work, Patience.Sort.LOGIN_ADDRESS, shown.address());
            return new Welcomed(person.id(), sessions.begin(work, door.holder(), person.id()), person.mustChange());
        });
    }

    private static Known known(Row row) throws SQLException {
        return new Known(
                row.number("id"),
                row.findText("password"),
                row.text("status").equals("active"),
                row.flag("must_change"));
    }

    /// Keeps the password in today's form where it was kept in an older one.
    private void refresh(Door door, Known person, String password) {
        String kept = person.password().orElseThrow();
        if (!Passwords.isCurrent(kept)) {
            String hash = passwords.hash(password);
            tables.run(work -> work.run(
                    "update mall." + table(door.holder()) + " set password = ? where id = ? and password = ?",
                    hash,
                    person.id(),
                    kept));
        }
    }

    /// Chooses another password and ends all sessions; answers a new one.
    ///
    /// @throws hongli.mall.refusal.Refusal where the old one is wrong, or the new one easily guessed
    public Sessions.Begun choose(Actor actor, String old, String next) {
        Sessions.Holder holder;
        long id;
        switch (actor) {
            case Actor.Member member -> {
                holder = Sessions.Holder.MEMBER;
                id = member.id();
            }
            case Actor.Clerk clerk -> {
                holder = Sessions.Holder.STAFF;
                id = clerk.id();
            }
            case Actor.Operator operator -> {
                holder = Sessions.Holder.STAFF;
                id = operator.id();
            }
            case Actor.Guest _, Actor.House _ -> throw General.LOGIN_REQUIRED.with();
        }
        requirePassword(holder, id, old);
        Passwords.requireStrong(next, old);
        return replace(holder, id, next);
    }

    /// Takes another password of a member who showed the code of a contact: all sessions end, and one begins.
    public Sessions.Begun renew(Passcodes.Proven proven, String next) {
        String hash = passwords.hash(next);
        return tables.work(work -> {
            Passcodes.confirm(work, proven);
            work.run("update mall.member set password = ? where id = ?", hash, proven.member());
            Patience.forget(
                    work,
                    Patience.Sort.LOGIN,
                    counted(Door.MEMBER, proven.contact().text()));
            Patience.forget(work, Patience.Sort.LOGIN, counted(Sessions.Holder.MEMBER, proven.member()));
            Sessions.endAll(work, Sessions.Holder.MEMBER, proven.member());
            return sessions.begin(work, Sessions.Holder.MEMBER, proven.member());
        });
    }

    private static String counted(Door door, String login) {
        return door.name() + ' ' + login;
    }

    private static String counted(Sessions.Holder holder, long id) {
        return holder.name().toLowerCase(Locale.ROOT) + '#' + id;
    }

    private Sessions.Begun replace(Sessions.Holder holder, long id, String next) {
        String hash = passwords.hash(next);
        return tables.work(work -> {
            String change = holder == Sessions.Holder.STAFF ? ", must_change = false" : "";
            work.run(
                    "update mall." + table(holder) + " set password = ?" + change
                            + " where id = ? and status = 'active'",
                    hash,
                    id);
            Sessions.endAll(work, holder, id);
            return sessions.begin(work, holder, id);
        });
    }

    /// Says no where this is not the password of the member or worker; wrong tries are counted.
    public void requirePassword(Sessions.Holder holder, long id, String password) {
        String counted = counted(holder, id);
        patience.spend(Patience.Sort.LOGIN, counted);
        Optional<String> kept = tables.work(work -> work.find(
                        "select password from mall." + table(holder) + " where id = ? and status = 'active'",
                        row -> row.findText("password"),
                        id))
                .flatMap(found -> found);
        if (!passwords.isOf(password, kept)) {
            throw LoginGround.PASSWORD_WRONG.with();
        }
        tables.run(work -> Patience.forget(work, Patience.Sort.LOGIN, counted));
    }

    private static String table(Sessions.Holder holder) {
        return holder == Sessions.Holder.MEMBER ? "member" : "staff";
    }
}
