package hongli.mall.payment;

import hongli.economy.command.Asset;
import hongli.economy.exact.Money;
import java.util.OptionalLong;

/// Members' cash and constant points, kept elsewhere: amounts are put aside under an id, and then paid or given back.
///
/// Every call may be repeated and then changes nothing more: the id of the hold is its key for good. A purse that does
/// not answer throws [ChannelAway]. A hold is captured or released once and wholly, as the rules have it; a part goes
/// back by releasing the whole and holding the rest anew, which [PurseLock] keeps others of this member out of.
public interface Purse {
    /// An amount of a member's to be put aside.
    record Hold(String id, long member, Asset asset, Money amount) {}

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

    /// Gives back to the member a part of what was captured; refused where the programme knows no way.
    ///
    /// @param key the refund's reference
    /// @param captured the hold as it was captured, with the amount that goes back
    Answer giveBack(String key, Hold captured);

    /// What the member could spend now.
    Money free(long member, Asset asset);
}
