package hongli.mall.payment;

import hongli.economy.command.Asset;
import hongli.economy.exact.Money;
import java.util.OptionalLong;

/// Cash and constant points of members and merchants, kept elsewhere: amounts are put aside under an id, and then paid
/// or given back.
///
/// Every call may be repeated and then changes nothing more: the id of the hold is its key for good. A purse that does
/// not answer throws [ChannelAway]. A hold is captured or released once and wholly, as the rules have it; a part goes
/// back by releasing the whole and holding the rest anew, which [PurseLock] keeps others of this holder out of.
public interface Purse {
    /// Who can have a purse.
    enum Party {
        MEMBER,
        MERCHANT
    }

    /// Whose purse it is.
    record Holder(Party party, long id) {
        public static Holder member(long id) {
            return new Holder(Party.MEMBER, id);
        }

        public static Holder merchant(long id) {
            return new Holder(Party.MERCHANT, id);
        }
    }

    /// An amount to be put aside.
    record Hold(String id, Holder holder, Asset asset, Money amount) {
        /// An amount of a member's.
        public Hold(String id, long member, Asset asset, Money amount) {
            this(id, Holder.member(member), asset, amount);
        }
    }

    /// What became of it.
    enum Answer {
        DONE,
        /// There is not enough, or the hold is not there, or it went the other way before.
        REFUSED
    }

    Answer hold(Hold hold);

    /// Pays what is held to a merchant; without one, held cash leaves as a payout.
    Answer capture(String hold, OptionalLong merchant);

    Answer release(String hold);

    /// Gives back to its holder a part of what was captured; refused where the programme knows no way.
    ///
    /// @param key the refund's reference
    /// @param captured the hold as it was captured, with the amount that goes back
    Answer giveBack(String key, Hold captured);

    /// What the holder could spend now.
    Money free(Holder holder, Asset asset);

    /// What a member could spend now.
    default Money free(long member, Asset asset) {
        return free(Holder.member(member), asset);
    }
}
