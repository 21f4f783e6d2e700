package hongli.mall.people;

import hongli.mall.access.Actor;
import hongli.mall.login.Contact;
import hongli.mall.login.Logins;
import hongli.mall.login.Passcodes;
import hongli.mall.login.Passcodes.Purpose;
import hongli.mall.login.Passwords;
import hongli.mall.login.Patience;
import hongli.mall.login.Sessions;
import hongli.mall.message.Messages;
import hongli.mall.table.Tables;
import java.util.OptionalLong;

/// How members show that a phone number or an address of e-mail is theirs, and get in again by it when
/// they have forgotten their password.
public final class Proofs {
    private static final String OWNER = """
            select id from mall.member where (phone = ? or email = ?) and status = 'active'
            """;

    private final Tables tables;
    private final Passcodes passcodes;
    private final Logins logins;
    private final Messages messages;
    private final Patience patience;

    public Proofs(Tables tables, Passcodes passcodes, Logins logins, Messages messages) {
        this.tables = tables;
        this.passcodes = passcodes;
        this.logins = logins;
        this.messages = messages;
        this.patience = new Patience(tables);
    }

    /// Sends a code to one of the asking member's own contacts.
    public void askForContact(Actor actor, String contact, String address) {
        long member = actor.requireMember().id();
        Contact read = read(contact);
        messages.requireWay(read);
        if (owner(read).orElse(0) != member) {
            throw PeopleGround.CONTACT_NOT_YOURS.with();
        }
        passcodes.send(Purpose.CONTACT, read, OptionalLong.of(member), address);
    }

    /// Notes that the contact is the asking member's, who shows the code.
    public void confirm(Actor actor, String contact, String code) {
        long member = actor.requireMember().id();
        Contact read = read(contact);
        if (owner(read).orElse(0) != member) {
            throw PeopleGround.CONTACT_NOT_YOURS.with();
        }
        var proven = passcodes.prove(Purpose.CONTACT, read, code);
        tables.run(work -> Passcodes.confirm(work, proven));
    }

    /// Sends a code to whoever logs in with this contact; whether anybody does is not told.
    public void askForPassword(String login, String address) {
        Contact contact = read(login);
        messages.requireWay(contact);
        passcodes.send(Purpose.PASSWORD, contact, owner(contact), address);
    }

    /// Takes another password of whoever shows the code; all sessions end, and one begins.
    public Sessions.Begun choose(Renewal renewal, String address) {
        Contact contact = read(renewal.login());
        Passwords.requireStrong(renewal.password(), contact.text());
        patience.spend(Patience.Sort.LOGIN_ADDRESS, address);
        return logins.renew(passcodes.prove(Purpose.PASSWORD, contact, renewal.code()), renewal.password());
    }

    /// What somebody sends who has forgotten their password.
    public record Renewal(String login, String code, String password) {
        /// Never says the code and the password.
        @Override
        public String toString() {
            return "Renewal[]";
        }
    }

    private static Contact read(String contact) {
        return Contact.parse(contact).orElseThrow(PeopleGround.CONTACT_UNSOUND::with);
    }

    private OptionalLong owner(Contact contact) {
        return tables.work(work -> work.find(OWNER, row -> row.findNumber("id"), contact.text(), contact.text()))
                .orElseGet(OptionalLong::empty);
    }
}
