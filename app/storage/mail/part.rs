//! Files that mails carry beside their text.

use crate::{
    domain::id::{self, Id},
    storage::{Db, Result, db::schema::mail_part},
};
use diesel::{ExpressionMethods, QueryDsl, Queryable, RunQueryDsl, insert_into};

/// A file beside the text.
#[derive(Clone, Debug, Queryable)]
pub struct Part {
    pub media_type: String,
    pub file_name: String,
    pub content: Vec<u8>,
}

/// Keeps the one file of a mail.
pub fn insert(db: &mut Db, mail: Id<id::Mail>, part: &Part) -> Result<()> {
    insert_into(mail_part::table)
        .values((
            mail_part::outbox_id.eq(mail),
            mail_part::position.eq(1),
            mail_part::media_type.eq(&part.media_type),
            mail_part::file_name.eq(&part.file_name),
            mail_part::content.eq(&part.content),
        ))
        .execute(db)?;
    Ok(())
}

/// The files of a mail.
pub fn of_mail(db: &mut Db, mail: Id<id::Mail>) -> Result<Vec<Part>> {
    Ok(mail_part::table
        .filter(mail_part::outbox_id.eq(mail))
        .order(mail_part::position)
        .select((mail_part::media_type, mail_part::file_name, mail_part::content))
        .load(db)?)
}
