package hongli.app.demo;

import hongli.mall.Mall;
import hongli.mall.access.Actor;
import hongli.mall.login.Contact;
import hongli.mall.people.Address;
import hongli.mall.people.SignUps;
import hongli.mall.table.Transaction;
import java.time.LocalDate;
import java.util.Optional;

/// How the members of a demo come: a few with an account at the beginning, the others day by day, most of them brought
/// by somebody who is there.
final class Crowd {
    private static final double BROUGHT = 0.78;
    private static final double AT_ONCE = 0.2;

    private final Town town;
    private final Mall mall;
    private int number;

    Crowd(Town town) {
        this.town = town;
        this.mall = town.mall();
    }

    /// Those with an account, each brought by the one before.
    void begin() {
        for (Cast.Person person : Cast.MEMBERS) {
            Optional<String> code = town.residents().isEmpty()
                    ? Optional.empty()
                    : Optional.of(town.residents().getLast().code());
            var wish = new SignUps.Wish(person.login(), Cast.PASSWORD, Optional.of(person.name()), code, "link");
            settle(new Actor.Member(mall.people().signUps().signUp(wish).member()), person.name());
        }
    }

    /// Sets when all others come: a fifth at the beginning, the rest over the days.
    void invite(LocalDate first, Scale scale) {
        int others = scale.members() - Cast.MEMBERS.size();
        for (int i = 0; i < others; i++) {
            boolean early = i < others * AT_ONCE;
            int day = early ? 0 : (int) ((long) (i + 1) * (scale.days() - 1) / others);
            town.agenda().at(first.plusDays(day), town.minute(8, 21), this::join);
        }
    }

    private void join() {
        number++;
        String name = Cast.name(town.random());
        var contact = new Contact.Email("m%03d@example.com".formatted(number));
        Optional<String> code = town.chance(BROUGHT)
                ? Optional.of(town.residents().get(referrer()).code())
                : Optional.empty();
        long member = mall.tables().work(work -> take(work, contact, name, code));
        settle(new Actor.Member(member), name);
    }

    private long take(Transaction work, Contact contact, String name, Optional<String> code) {
        var signUps = mall.people().signUps();
        return code.isPresent() ? signUps.take(work, contact, name, code.get()) : signUps.take(work, contact, name);
    }

    /// Those who came early bring more, and the first one most.
    private int referrer() {
        double drawn = town.random().nextDouble();
        return (int) (drawn * drawn * town.residents().size());
    }

    private void settle(Actor.Member actor, String name) {
        String region = town.any(Cast.regions());
        String phone = "1380000%04d".formatted(town.residents().size());
        long address = mall.people()
                .addresses()
                .add(
                        actor,
                        new Address(
                                0,
                                name,
                                phone,
                                region,
                                "演示路 " + (1 + town.random().nextInt(200)) + " 号",
                                true));
        String code = mall.people().referrals().invitation(actor).code();
        town.residents().add(new Town.Resident(actor, name, code, address));
    }
}
