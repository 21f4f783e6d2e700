package hongli.mall.people;

import hongli.mall.access.Actor;
import hongli.mall.refusal.General;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.List;

/// The addresses of members; each sees and changes their own, and one of them is the default.
public final class Addresses {
    public static final int MOST = 50;

    private static final String COLUMNS =
            "select id, receiver, phone, region, street, is_default from mall.address where member = ?";

    private final Tables tables;

    public Addresses(Tables tables) {
        this.tables = tables;
    }

    /// All addresses of the member who asks, the default one first.
    public List<Address> all(Actor actor) {
        long member = actor.requireMember().id();
        return tables.work(work -> work.all(COLUMNS + " order by is_default desc, id", Address::of, member));
    }

    /// An address of this member.
    ///
    /// @throws hongli.mall.refusal.Refusal where the member has no such address
    public static Address one(Transaction work, long member, long id) {
        return work.find(COLUMNS + " and id = ?", Address::of, member, id).orElseThrow(General.NOT_FOUND::with);
    }

    /// Adds an address; its number. The first is the default.
    public long add(Actor actor, Address address) {
        long member = actor.requireMember().id();
        return tables.work(work -> {
            hold(work, member);
            long there = work.number("select count(*) number from mall.address where member = ?", member);
            if (there >= MOST) {
                throw PeopleGround.TOO_MANY_ADDRESSES.with("most", MOST);
            }
            long id = work.insert(
                    "insert into mall.address (member, receiver, phone, region, street)"
                            + " values (?, ?, ?, ?, ?) returning id",
                    member,
                    address.receiver(),
                    address.phone(),
                    address.region(),
                    address.street());
            if (there == 0 || address.isDefault()) {
                prefer(work, member, id);
            }
            return id;
        });
    }

    /// Changes the address with the number of `address`.
    public void change(Actor actor, Address address) {
        long member = actor.requireMember().id();
        tables.run(work -> {
            hold(work, member);
            int changed = work.run(
                    "update mall.address set receiver = ?, phone = ?, region = ?, street = ?"
                            + " where member = ? and id = ?",
                    address.receiver(),
                    address.phone(),
                    address.region(),
                    address.street(),
                    member,
                    address.id());
            if (changed == 0) {
                throw General.NOT_FOUND.with();
            }
            if (address.isDefault()) {
                prefer(work, member, address.id());
            }
        });
    }

    /// Takes an address away; another one becomes the default where it was that.
    public void remove(Actor actor, long id) {
        long member = actor.requireMember().id();
        tables.run(work -> {
            hold(work, member);
            boolean wasDefault = one(work, member, id).isDefault();
            work.run("delete from mall.address where member = ? and id = ?", member, id);
            if (wasDefault) {
                work.run(
                        "update mall.address set is_default = true where id ="
                                + " (select min(id) from mall.address where member = ?)",
                        member);
            }
        });
    }

    /// One change of a member's addresses at a time: else two of them could be the default.
    private static void hold(Transaction work, long member) {
        if (!work.exists("select from mall.member where id = ? and status = 'active' for no key update", member)) {
            throw General.LOGIN_REQUIRED.with();
        }
    }

    private static void prefer(Transaction work, long member, long id) {
        work.run("update mall.address set is_default = (id = ?) where member = ?", id, member);
    }
}
