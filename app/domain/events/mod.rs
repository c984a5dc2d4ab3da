//! Events of the journal, an enum an area. Their names and fields are stored and hashed, so they never change.
//!
//! A field is an id, a word of a closed enum, a number or a time: nothing that a person typed enters the journal.

pub mod account;
pub mod applications;
pub mod certificates;
pub mod inbox;
pub mod lists;
pub mod mail;
pub mod offices;
pub mod plain;
pub mod plans;
pub mod record;
pub mod reports;
pub mod squads;
pub mod subject;

pub use plain::Plain;
pub use subject::Subject;

use super::{id::Id, state::ThingState, workflow::State};
use serde::{Deserialize, Serialize};

/// Does nothing, and only for plain fields.
const fn is_plain<T: Plain>() {}

/// The facts of a step: with the thing and its states they make an event.
pub trait StepFacts {
    /// The states of the thing that takes the step.
    type State: ThingState;

    /// The event.
    fn event(
        self,
        id: Id<<Self::State as ThingState>::Thing>,
        from: Option<Self::State>,
        to: Self::State,
    ) -> Event;
}

/// Declares the events of one area: `steps` of things that have a state, `notes` of everything else.
///
/// Each event is a variant with its subject's id, and a struct of the same name by which an act states it.
macro_rules! events {
    (
        $(#[$meta:meta])* $name:ident
        steps { $($(#[$smeta:meta])* $step:ident = $sword:literal ($state:ident) { $($sfield:ident: $sty:ty),* })* }
        notes { $($(#[$nmeta:meta])* $note:ident = $nword:literal ($subject:ident, $thing:ident) { $($nfield:ident: $nty:ty),* })* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(tag = "name", deny_unknown_fields)]
        pub enum $name {
            $(
                $(#[$smeta])*
                #[serde(rename = $sword)]
                $step {
                    id: $crate::domain::id::Id<<$state as $crate::domain::state::ThingState>::Thing>,
                    from: Option<$state>,
                    to: $state,
                    $($sfield: $sty),*
                },
            )*
            $(
                $(#[$nmeta])*
                #[serde(rename = $nword)]
                $note { id: $crate::domain::id::Id<$thing>, $($nfield: $nty),* },
            )*
        }

        $(
            $(#[$smeta])*
            #[derive(Clone, Debug)]
            pub struct $step { $(pub $sfield: $sty),* }

            impl $crate::domain::events::StepFacts for $step {
                type State = $state;

                fn event(
                    self,
                    id: $crate::domain::id::Id<<$state as $crate::domain::state::ThingState>::Thing>,
                    from: Option<$state>,
                    to: $state,
                ) -> $crate::domain::events::Event {
                    let Self { $($sfield),* } = self;
                    $name::$step { id, from, to, $($sfield),* }.into()
                }
            }
        )*

        $(
            $(#[$nmeta])*
            #[derive(Clone, Debug)]
            pub struct $note { pub id: $crate::domain::id::Id<$thing>, $(pub $nfield: $nty),* }

            impl From<$note> for $crate::domain::events::Event {
                fn from($note { id, $($nfield),* }: $note) -> Self {
                    $name::$note { id, $($nfield),* }.into()
                }
            }
        )*

        impl $name {
            /// The names of the area's events.
            pub const NAMES: &'static [&'static str] = &[$($sword,)* $($nword),*];

            /// The stored name.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self {
                    $(Self::$step { .. } => $sword,)*
                    $(Self::$note { .. } => $nword,)*
                }
            }

            /// The kind of thing that the event is about, and which one.
            #[must_use]
            pub const fn subject(&self) -> ($crate::domain::events::Subject, $crate::domain::id::Id) {
                match self {
                    $(Self::$step { id, .. } => (<$state as $crate::domain::state::ThingState>::SUBJECT, id.any()),)*
                    $(Self::$note { id, .. } => ($crate::domain::events::Subject::$subject, id.any()),)*
                }
            }

            /// The step that the thing took, if its state is what changed.
            #[must_use]
            pub fn step(&self) -> Option<$crate::domain::events::Step> {
                match self {
                    $(Self::$step { from, to, .. } => Some($crate::domain::events::Step::new(*from, *to)),)*
                    $(Self::$note { .. } => None,)*
                }
            }
        }

        const _: () = {
            $($($crate::domain::events::is_plain::<$sty>();)*)*
            $($($crate::domain::events::is_plain::<$nty>();)*)*
        };
    };
}
use events;

/// A step of a thing, of whichever kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub subject: Subject,
    pub from: Option<State>,
    pub to: State,
}

impl Step {
    fn new<S: ThingState>(from: Option<S>, to: S) -> Self {
        Self { subject: S::SUBJECT, from: from.map(Into::into), to: to.into() }
    }
}

macro_rules! areas {
    ($($area:ident($name:path),)+) => {
        /// What happened, as the journal keeps it for ever.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "area", rename_all = "snake_case")]
        pub enum Event { $($area($name)),+ }

        $(
            impl From<$name> for Event {
                fn from(event: $name) -> Self {
                    Self::$area(event)
                }
            }
        )+

        impl Event {
            /// The names of all events.
            #[must_use]
            pub fn names() -> Vec<&'static str> {
                [$(<$name>::NAMES),+].concat()
            }

            /// The stored name.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self { $(Self::$area(event) => event.name()),+ }
            }

            /// The kind of thing that the event is about, and which one.
            #[must_use]
            pub const fn subject(&self) -> (Subject, Id) {
                match self { $(Self::$area(event) => event.subject()),+ }
            }

            /// The step that the thing took, if its state is what changed.
            #[must_use]
            pub fn step(&self) -> Option<Step> {
                match self { $(Self::$area(event) => event.step()),+ }
            }
        }
    };
}

areas! {
    Squads(squads::SquadEvent),
    Lists(lists::ListEvent),
    Record(record::RecordEvent),
    Plans(plans::PlanEvent),
    Reports(reports::ReportEvent),
    Certificates(certificates::CertificateEvent),
    Applications(applications::ApplicationEvent),
    Inbox(inbox::InboxEvent),
    Offices(offices::OfficeEvent),
    Account(account::AccountEvent),
    Mail(mail::MailEvent),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_event_has_a_name_of_its_own() {
        let mut names = Event::names();
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
