//! What of a case's history each of the four bodies is shown: the same that its pages show.

use super::{body::BodyKind, member_list::ListState, membership::MembershipState, squad::SquadState};

/// Whether an entry of the journal is shown to readers of that body: its subject, and the step that it notes, if one.
///
/// The akimat's history is its own work and what was answered to it. Border bodies see a squad from its creation on; the
/// subdivision, of people, what has travelled to it; the unit, whom its book holds; the council, what it decides about.
#[must_use]
pub fn is_shown(to: BodyKind, subject: &str, from: Option<&str>, into: Option<&str>) -> bool {
    let is = |word: &str| into == Some(word);
    let never_travelled = is(MembershipState::Proposed.as_str())
        || is(MembershipState::Withdrawn.as_str()) && from == Some(MembershipState::Proposed.as_str());
    match to {
        BodyKind::Akimat => true,
        BodyKind::TerritorialSubdivision => match subject {
            "squad" => is(SquadState::Created.as_str()),
            "membership" => !never_travelled,
            // What becomes of an entry its membership says; that it was returned and came back only the entry does.
            "entry" => from.is_some() && !is(MembershipState::Withdrawn.as_str()),
            "list" => !is(ListState::Draft.as_str()),
            subject => subject != "copy",
        },
        BodyKind::StructuralUnit => match subject {
            "squad" => is(SquadState::Created.as_str()),
            "membership" => is(MembershipState::Registered.as_str()) || is(MembershipState::OffRecord.as_str()),
            subject => matches!(subject, "decision" | "leadership" | "book_entry"),
        },
        BodyKind::Council => match subject {
            "membership" => never_travelled,
            subject => matches!(subject, "squad" | "decision" | "leadership"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use BodyKind as B;

    #[test]
    fn each_body_is_shown_what_its_pages_show_and_no_more() {
        // Akimat, council, subdivision, unit.
        let table = [
            ("squad", None, Some("proposed"), [true, true, false, false]),
            ("squad", Some("proposed"), Some("created"), [true, true, true, true]),
            ("decision", None, None, [true, true, true, true]),
            ("leadership", Some("awaiting_registration"), Some("lapsed"), [true, true, true, true]),
            ("list", None, Some("draft"), [true, false, false, false]),
            ("list", Some("draft"), Some("sent"), [true, false, true, false]),
            ("membership", None, Some("proposed"), [true, true, false, false]),
            ("membership", Some("proposed"), Some("withdrawn"), [true, true, false, false]),
            ("membership", Some("listed"), Some("withdrawn"), [true, false, true, false]),
            ("membership", Some("listed"), Some("being_vetted"), [true, false, true, false]),
            ("membership", Some("being_vetted"), Some("to_be_removed"), [true, false, true, false]),
            ("membership", Some("being_vetted"), Some("registered"), [true, false, true, true]),
            ("entry", None, Some("open"), [true, false, false, false]),
            ("entry", Some("open"), Some("returned"), [true, false, true, false]),
            ("copy", None, None, [true, false, false, false]),
            ("target", None, None, [true, false, true, false]),
            ("book_entry", None, None, [true, false, true, true]),
        ];
        for (subject, from, into, expected) in table {
            let shown = [B::Akimat, B::Council, B::TerritorialSubdivision, B::StructuralUnit].map(|to| is_shown(to, subject, from, into));
            assert_eq!(shown, expected, "{subject} {from:?} → {into:?}");
        }
    }
}
