package hongli.mall.message;

import hongli.mall.login.Contact;

/// A house that brings messages to phones and mailboxes. A port: providers of short messages and of mail
/// stand behind it, and the sandbox.
public interface MessagePort {
    /// Nobody brings messages.
    MessagePort NONE = new MessagePort() {
        @Override
        public boolean reaches(Contact contact) {
            return false;
        }

        @Override
        public Answer send(Message message) {
            return Answer.REFUSED;
        }
    };

    /// Whether it can bring anything to such a contact at all.
    boolean reaches(Contact contact);

    /// Sends a message; where the house does not answer, it is asked again with the same one.
    Answer send(Message message);

    /// What came of it.
    enum Answer {
        SENT,
        /// It will never be brought.
        REFUSED,
        /// It is to be tried again.
        AWAY
    }
}
