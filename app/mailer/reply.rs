//! The subject of a refusal in a server's reply: the reader's address, us, or the mail.
//!
//! Servers agree on few codes. Those that know no such user say so in words, under codes that speak of policy; a server that
//! takes nothing from *us* says it of each reader. The words are read here and kept nowhere: they may quote an address.

use crate::domain::delivery::ServerFault;

/// The subject of a refusal of one recipient, or of a whole mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Nobody reads the address.
    Address,
    /// Perhaps nobody reads the address: the server gives no cause.
    AddressPerhaps,
    /// The server does not take us as a sender.
    Us(ServerFault),
    /// The mail itself.
    Mail,
}

/// Words by which a server says that our greeting is no name of a host.
const GREETING: &[&str] = &["helo", "ehlo", "fully-qualified", "fully qualified", "fqdn"];
/// Words by which it says that it passes nothing on for us.
const RELAY: &[&str] = &[
    "relay",
    "authentication required",
    "authentication is required",
    "not authenticated",
    "must authenticate",
    "auth required",
    "sender rejected",
    "sender address rejected",
    "sender not allowed",
    "sender denied",
    "not permitted to send",
    "not allowed to send",
    "not authorized to send",
    "not authorised to send",
];
/// Words by which it says that our machine is on somebody's list.
const BLOCKED: &[&str] = &[
    "block list",
    "blocked",
    "blocklist",
    "blacklist",
    "black list",
    "spamhaus",
    "spamcop",
    "dnsbl",
    "rbl",
    "client host",
    "your host",
    "your ip",
    "your network",
    "ip address",
    "reverse dns",
    "reverse hostname",
    "ptr record",
    "reputation",
    "spf",
    "dkim",
    "dmarc",
];
/// Words for an account, and words for its absence. Both in one reply speak of the address.
const ACCOUNTS: &[&str] = &[
    "user",
    "mailbox",
    "account",
    "recipient",
    "address",
    "addressee",
    "person",
    "inbox",
    "alias",
    "mail box",
    "local part",
    "destination",
    "пользовател",
    "ящик",
    "адрес",
    "получател",
    "пайдаланушы",
    "жәшік",
    "мекенжай",
];
const ABSENT: &[&str] = &[
    "no such",
    "unknown",
    "not known",
    "not found",
    "not exist",
    "doesn't exist",
    "isn't known",
    "invalid",
    "no account",
    "not have an account",
    "no mailbox",
    "no user",
    "not a known",
    "not a valid",
    "not valid",
    "not our",
    "not listed",
    "not recognized",
    "not recognised",
    "unrecognized",
    "unrecognised",
    "unrouteable",
    "unroutable",
    "undeliverable",
    "disabled",
    "inactive",
    "deactivated",
    "suspended",
    "deleted",
    "no longer",
    "nobody",
    "address rejected",
    "recipient rejected",
    "не существует",
    "не найден",
    "неизвест",
    "табылмады",
    "жоқ",
];

/// Reads a refusal for good of a recipient: its enhanced status code, if it has one, and its words.
#[must_use]
pub fn of_recipient(detail: Option<&str>, words: &str) -> About {
    let words = words.to_lowercase();
    // These two speak of the sender's address under the class of addresses (RFC 3463).
    if matches!(detail, Some("5.1.7" | "5.1.8")) {
        return About::Us(ServerFault::Relay);
    }
    if let Some(detail) = detail
        && (detail.starts_with("5.1.") || detail == "5.2.1")
    {
        return About::Address;
    }
    // A reply that denies an account means the address, whatever code it comes under; one that speaks of
    // relaying or lists as well does not.
    match us(&words) {
        Some(fault) => About::Us(fault),
        None if speaks_of_nobody(&words) => About::Address,
        None => match detail {
            Some(detail) if detail.starts_with("5.7.") => About::Mail,
            _ => About::AddressPerhaps,
        },
    }
}

/// Reads a refusal for good of a whole mail, or of its beginning.
#[must_use]
pub fn of_mail(detail: Option<&str>, words: &str) -> About {
    let words = words.to_lowercase();
    if detail.is_some_and(|detail| detail.starts_with("5.1.1") || detail == "5.2.1") {
        return About::Address;
    }
    match us(&words) {
        Some(fault) => About::Us(fault),
        None if speaks_of_nobody(&words) => About::Address,
        None => About::Mail,
    }
}

/// Why a server does not take us, if its words say so.
#[must_use]
pub fn us(words: &str) -> Option<ServerFault> {
    let words = words.to_lowercase();
    let any = |of: &[&str]| of.iter().any(|word| says(&words, word));
    if any(GREETING) {
        return Some(ServerFault::Greeting);
    }
    if any(RELAY) {
        return Some(ServerFault::Relay);
    }
    any(BLOCKED).then_some(ServerFault::Blocked)
}

fn speaks_of_nobody(words: &str) -> bool {
    let any = |of: &[&str]| of.iter().any(|word| words.contains(word));
    any(ACCOUNTS) && any(ABSENT)
}

/// Whether the words hold that one from its first letter on: "rbl" does not begin a word in "marble", "relay" is in "relaying".
fn says(words: &str, word: &str) -> bool {
    words
        .match_indices(word)
        .any(|(at, _)| !words[..at].chars().next_back().is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_such_user_is_read_in_all_its_forms() {
        for (detail, words) in [
            (Some("5.1.1"), "no such user"),
            (Some("5.7.1"), "No such user!"),
            (None, "Requested action not taken: invalid mailbox"),
            (Some("5.2.0"), "No such mailbox"),
            (None, "Sorry, this recipient; is not known; here"),
            (Some("5.2.1"), "The email account that you tried to reach is disabled"),
            (None, "sorry, no mailbox here by that name (#5.1.1)"),
            (Some("5.4.1"), "Recipient address rejected: Access denied"),
            (
                None,
                "Message was not accepted -- invalid mailbox. Local mailbox is unavailable: user not found",
            ),
            (None, "account is disabled"),
            (Some("5.0.0"), "<...>... User unknown in virtual mailbox table"),
            (None, "Пользователь не найден"),
        ] {
            assert_eq!(of_recipient(detail, words), About::Address, "{detail:?} {words}");
        }
        let after_dot = "delivery error: this user does not have an account here";
        assert_eq!(of_mail(None, after_dot), About::Address);
    }

    #[test]
    fn a_server_that_does_not_take_us_says_so_of_each_reader() {
        for (detail, words, fault) in [
            (
                Some("5.5.2"),
                "<box>: Helo command rejected: need fully-qualified hostname",
                ServerFault::Greeting,
            ),
            (Some("5.7.1"), "<reader>: Relay access denied", ServerFault::Relay),
            (None, "we do not relay for you", ServerFault::Relay),
            (None, "Authentication required", ServerFault::Relay),
            (Some("5.7.1"), "Service unavailable; Client host blocked", ServerFault::Blocked),
            (None, "Your IP is listed at zen.spamhaus.org", ServerFault::Blocked),
            (Some("5.1.8"), "sender domain unknown", ServerFault::Relay),
            (
                None,
                "Client host rejected: cannot find your reverse hostname, user unknown here",
                ServerFault::Blocked,
            ),
        ] {
            assert_eq!(of_recipient(detail, words), About::Us(fault), "{detail:?} {words}");
        }
    }

    #[test]
    fn a_refusal_without_a_cause_may_mean_the_address_and_one_of_policy_means_the_mail() {
        // The words that RFC 5321 has for every cause.
        for words in
            ["Requested action not taken", "Requested action not taken: mailbox unavailable"]
        {
            assert_eq!(of_recipient(None, words), About::AddressPerhaps);
        }
        assert_eq!(of_recipient(Some("5.0.0"), "failed"), About::AddressPerhaps);
        assert_eq!(of_recipient(Some("5.7.1"), "rejected by policy"), About::Mail);
        assert_eq!(of_mail(None, "content rejected"), About::Mail);
        assert_eq!(of_mail(Some("5.7.0"), "marble floors are spam"), About::Mail);
    }
}
