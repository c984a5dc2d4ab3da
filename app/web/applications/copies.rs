//! The pages that came with an application, and which registers were asked about the applicant.

use super::{
    application::{again, submit},
    named,
};
use crate::{
    acts::applications::{
        attach_application_copies::AttachApplicationCopies,
        note_application_registers::NoteApplicationRegisters,
        remove_application_copy::RemoveApplicationCopy,
    },
    domain::{application::ApplicationCopy, member_list::Register, workflow::Act},
    storage::applications::application,
    web::{
        pages::button::may,
        request::{
            error::{WebError, faults_of},
            form::{FieldError, SubmittedForm, field_errors},
            incoming::IncomingRequest,
            pictures::{Allowance, read_pictures},
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};

/// Attaches the pages of files.
pub async fn attach(
    request: IncomingRequest,
    path: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .with(form.reading())
        .form(form, move |cx, me, form| {
            let application = named(&path)?;
            // Users who may not attach are told so before anything is decoded.
            let found = cx
                .read(|db| application::find(db, &me.scope, application))?
                .ok_or(WebError::NotFound)?;
            let back = format!("/applications/{application}");
            may(me, Act::AttachApplicationCopies, &found.case(), &back)?;
            let shows: ApplicationCopy =
                form.text("shows").parse().map_err(|_| WebError::BadRequest)?;
            let refuse = |code: &str| {
                let field = format!("copy-{shows}");
                let errors = [FieldError { field, code: code.into(), detail: None }];
                again(cx, me, form, application, &errors)
            };
            if form.is_too_large {
                return refuse("files-too-large");
            }
            let (mut pages, mut allowance) = (Vec::new(), Allowance::new());
            for file in form.files(&format!("copy-{shows}")) {
                match read_pictures(cx, file, &mut allowance)? {
                    Ok(read) => pages.extend(read),
                    Err(code) => return refuse(code),
                }
            }
            if pages.is_empty() && !cx.is_shown_again {
                return refuse("file-missing");
            }
            let command = AttachApplicationCopies { application, shows, pages };
            match cx.act(me, form, &command) {
                Ok(_) => Ok(Reply::Redirect(back)),
                Err(refusal) => {
                    let mut errors = field_errors(&faults_of(refusal, &back)?);
                    for error in &mut errors {
                        error.field = format!("copy-{shows}");
                    }
                    again(cx, me, form, application, &errors)
                }
            }
        })
        .await
}

/// Takes one page away.
pub async fn remove(
    request: IncomingRequest,
    path: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let page = form.id("page")?.ok_or(WebError::BadRequest)?;
            let application = named(&path)?;
            submit(cx, me, form, application, &RemoveApplicationCopy { application, page })
        })
        .await
}

/// Notes which registers were asked, or have answered; the button's value is `all:asked` or `register:answered`.
pub async fn note(
    request: IncomingRequest,
    path: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let (register, moment) =
                form.text("note").split_once(':').ok_or(WebError::BadRequest)?;
            let registers = match register {
                "all" => Register::ALL.to_vec(),
                one => vec![one.parse().map_err(|_| WebError::BadRequest)?],
            };
            let application = named(&path)?;
            let is_answered = moment == "answered";
            let command = NoteApplicationRegisters { application, registers, is_answered };
            submit(cx, me, form, application, &command)
        })
        .await
}
