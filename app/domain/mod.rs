//! What the Rules say, and nothing else: no clock, no database, no HTTP.
//!
//! The clauses are those of the Rules approved by Government Resolution No. 866 of 27 August 2013;
//! `workflow` is the one table that everything else reads.
#![deny(clippy::wildcard_enum_match_arm)]

/// Makes an enum whose values have one written word each, the same in the database, the journal and the templates.
macro_rules! text_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The written word of this value.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::UnknownWord;
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word { $($word => Ok(Self::$variant),)+ _ => Err($crate::domain::UnknownWord(word.to_owned())) }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.as_str()) }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(self.as_str()) }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub mod account;
pub mod address;
pub mod application;
pub mod authority;
pub mod body;
pub mod book;
pub mod caller;
pub mod certificate;
pub mod clause;
pub mod code;
pub mod contact;
pub mod decision;
pub mod delivery;
pub mod edition;
pub mod events;
pub mod figures;
pub mod handoff;
pub mod history;
pub mod id;
pub mod iin;
pub mod inbox;
pub mod involvement;
pub mod journal;
pub mod kazakh;
pub mod language;
pub mod leadership;
pub mod look_alikes;
pub mod member_list;
pub mod membership;
pub mod notice_duty;
pub mod own_decision;
pub mod own_wish;
pub mod permissions;
pub mod person;
pub mod plan;
pub mod reminder;
pub mod report;
pub mod rules;
pub mod search;
pub mod signs;
pub mod squad;
pub mod state;
pub mod theme;
pub mod time;
pub mod workflow;

/// A word that is none of an enum's: a damaged row, or a form that was tampered with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown word {0:?}")]
pub struct UnknownWord(pub String);
