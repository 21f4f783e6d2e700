package hongli.mall.people;

import hongli.mall.login.AccessKeys;
import hongli.mall.login.Logins;
import hongli.mall.login.Passcodes;
import hongli.mall.login.Passwords;
import hongli.mall.login.Patience;
import hongli.mall.login.Sessions;
import hongli.mall.message.MessagePort;
import hongli.mall.message.Messages;
import hongli.mall.referral.Earnings;
import hongli.mall.referral.Referrals;
import hongli.mall.staff.KeyRing;
import hongli.mall.staff.Roles;
import hongli.mall.staff.Workers;
import hongli.mall.table.Tables;
import hongli.mall.trail.TrailLines;

/// The rooms that know people: members, those who work here, and what ties them.
public record People(
        Sessions sessions,
        AccessKeys accessKeys,
        Logins logins,
        Patience patience,
        SignUps signUps,
        Members members,
        Addresses addresses,
        Dossier dossier,
        Erasure erasure,
        Referrals referrals,
        Roles roles,
        Workers workers,
        KeyRing keyRing,
        TrailLines trail,
        Proofs proofs,
        Messages messages) {
    /// What these rooms ask of others.
    ///
    /// @param arrivals who must hear of everyone who joins
    /// @param earnings who knows what referrals earned
    /// @param belongings who knows what members have left
    public record Ports(Arrivals arrivals, Earnings earnings, Belongings belongings) {}

    /// Makes the rooms, where members have nothing that could be lost and nobody brings messages.
    public static People of(Tables tables, Arrivals arrivals, Earnings earnings) {
        var ports = new Ports(arrivals, earnings, Belongings.NONE);
        return of(tables, ports, new Messages(tables, MessagePort.NONE));
    }

    /// Makes the rooms.
    public static People of(Tables tables, Ports ports, Messages messages) {
        var sessions = new Sessions(tables);
        var accessKeys = new AccessKeys(tables);
        var passwords = new Passwords();
        var logins = new Logins(tables, sessions, passwords);
        return new People(
                sessions,
                accessKeys,
                logins,
                new Patience(tables),
                new SignUps(tables, passwords, sessions, ports.arrivals()),
                new Members(tables, logins),
                new Addresses(tables),
                new Dossier(tables),
                new Erasure(tables, logins, ports.belongings()),
                new Referrals(tables, ports.earnings()),
                new Roles(tables),
                new Workers(tables, passwords),
                new KeyRing(tables, accessKeys),
                new TrailLines(tables),
                new Proofs(tables, new Passcodes(tables, passwords), logins, messages),
                messages);
    }
}
