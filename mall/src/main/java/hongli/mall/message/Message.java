package hongli.mall.message;

import hongli.mall.login.Contact;
import java.util.OptionalLong;

/// Something that is told to somebody.
///
/// @param id stays the same when it is sent again
/// @param member to whom, where it is a member
public record Message(long id, OptionalLong member, Contact to, String content) {
    /// Never says the content, which may be a secret.
    @Override
    public String toString() {
        return "Message[id=" + id + "]";
    }
}
