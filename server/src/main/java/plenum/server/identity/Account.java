package plenum.server.identity;

import plenum.server.kernel.PersonId;

/**
 * A person who can sign in.
 *
 * @param username small letters, unique
 * @param passwordHash Argon2id in PHC form
 */
public record Account(
        PersonId personId, String username, String name, String title, String passwordHash, boolean disabled) {
    Account hashed(String hash) {
        return new Account(personId, username, name, title, hash, disabled);
    }

    Account disabled(boolean off) {
        return new Account(personId, username, name, title, passwordHash, off);
    }

    Account named(String newUsername, String newName, String newTitle) {
        return new Account(personId, newUsername, newName, newTitle, passwordHash, disabled);
    }

    @Override
    public String toString() {
        return "Account[" + personId + " " + username + (disabled ? " disabled" : "") + "]";
    }
}
