//! How domain values are written in both databases.

use super::MultiBackend;
use crate::domain::{
    application::{ApplicationCopy, ApplicationState},
    body::{BodyKind, DutyKind},
    caller::CallerKind,
    certificate::{
        CertificateKind, CertificateState, CheckAnswer, PaperFate, PrintKind, VoidCause,
    },
    clause::Circumstance,
    decision::DecisionKind,
    delivery::{MailFault, RecipientKind, ServerFault},
    handoff::{CaseKind, DueNature, HandoffKind, Nature},
    id::Id,
    language::Language,
    leadership::LeadershipState,
    member_list::{EntryState, ListState, Register, ReturnCode},
    membership::MembershipState,
    notice_duty::{NoticeChannel, NoticeDutyState},
    own_wish::OwnWishState,
    permissions::AnchorKind,
    person::DocumentKind,
    plan::{Activity, AssignmentState, PlanState},
    reminder::Reminder,
    report::{Regime, ReportState},
    squad::SquadState,
    theme::Theme,
};
use diesel::{
    backend::Backend,
    deserialize::{self, FromSql, Queryable},
    expression::AsExpression,
    internal::derives::as_expression::Bound,
    pg::{Pg, PgValue},
    query_builder::QueryId,
    serialize::{self, IsNull, Output, ToSql},
    sql_types::{HasSqlType, Nullable, SingleValue, SqlType, Text},
    sqlite::{Sqlite, SqliteValue},
};
use std::io::Write;

/// An expression and a queryable value of a domain type over one SQL type.
macro_rules! column {
    ($rust:ty, $sql:ty $(, $t:ident)?) => {
        impl$(<$t: 'static>)? AsExpression<$sql> for $rust {
            type Expression = Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<'a $(, $t: 'static)?> AsExpression<$sql> for &'a $rust {
            type Expression = Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl$(<$t: 'static>)? AsExpression<Nullable<$sql>> for $rust {
            type Expression = Bound<Nullable<$sql>, Self>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<'a $(, $t: 'static)?> AsExpression<Nullable<$sql>> for &'a $rust {
            type Expression = Bound<Nullable<$sql>, Self>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<DB: Backend $(, $t: 'static)?> ToSql<Nullable<$sql>, DB> for $rust
        where
            $rust: ToSql<$sql, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                <Self as ToSql<$sql, DB>>::to_sql(self, out)
            }
        }
        impl<ST: SingleValue, DB: Backend $(, $t: 'static)?> Queryable<ST, DB> for $rust
        where
            $rust: FromSql<ST, DB>,
        {
            type Row = Self;
            fn build(row: Self::Row) -> deserialize::Result<Self> {
                Ok(row)
            }
        }
    };
}

/// A text enum of the domain, written as its word.
macro_rules! word_column {
    ($($name:ty),+ $(,)?) => {$(
        column!($name, Text);
        impl<DB: Backend> ToSql<Text, DB> for $name where str: ToSql<Text, DB> {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                self.as_str().to_sql(out)
            }
        }
        impl<DB: Backend> FromSql<Text, DB> for $name where String: FromSql<Text, DB> {
            fn from_sql(value: DB::RawValue<'_>) -> deserialize::Result<Self> {
                Ok(String::from_sql(value)?.parse()?)
            }
        }
    )+};
}

word_column!(
    AnchorKind,
    BodyKind,
    DutyKind,
    CallerKind,
    DecisionKind,
    CaseKind,
    DueNature,
    HandoffKind,
    Nature,
    Language,
    Theme,
    LeadershipState,
    NoticeChannel,
    NoticeDutyState,
    OwnWishState,
    PlanState,
    AssignmentState,
    Activity,
    Regime,
    ReportState,
    ApplicationState,
    ApplicationCopy,
    CertificateKind,
    CertificateState,
    CheckAnswer,
    PaperFate,
    PrintKind,
    VoidCause,
    Circumstance,
    MailFault,
    EntryState,
    ListState,
    RecipientKind,
    Register,
    Reminder,
    ReturnCode,
    MembershipState,
    DocumentKind,
    ServerFault,
    SquadState
);

/// SQL type of an [`Id`]: native `uuid` on PostgreSQL, a 16-byte blob on SQLite.
#[derive(Clone, Copy, SqlType, QueryId)]
#[diesel(postgres_type(oid = 2950, array_oid = 2951), sqlite_type(name = "Binary"))]
pub struct Uuid;

impl HasSqlType<Uuid> for MultiBackend {
    fn metadata(lookup: &mut Self::MetadataLookup) -> Self::TypeMetadata {
        Self::lookup_sql_type::<Uuid>(lookup)
    }
}

column!(Id<T>, Uuid, T);

impl<T: 'static> ToSql<Uuid, Sqlite> for Id<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(&self.as_bytes()[..]);
        Ok(IsNull::No)
    }
}

impl<T: 'static> FromSql<Uuid, Sqlite> for Id<T> {
    fn from_sql(mut value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        Ok(Self::from_bytes(value.read_blob().try_into()?))
    }
}

impl<T: 'static> ToSql<Uuid, Pg> for Id<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(self.as_bytes())?;
        Ok(IsNull::No)
    }
}

impl<T: 'static> FromSql<Uuid, Pg> for Id<T> {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        Ok(Self::from_bytes(value.as_bytes().try_into()?))
    }
}

impl<T: 'static> ToSql<Uuid, MultiBackend> for Id<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
        out.set_value((Uuid, self));
        Ok(IsNull::No)
    }
}

impl<T: 'static> FromSql<Uuid, MultiBackend> for Id<T> {
    fn from_sql(value: <MultiBackend as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        value.from_sql::<Self, Uuid>()
    }
}
